"""AWD205 rewritten-bid."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import place_of


@rule(
    "AWD205",
    "rewritten-bid",
    en="Commit {commit} changes a bid that was awarded, and is part of a contract.",
    fr="Le commit {commit} modifie une soumission retenue, qui fait partie d’un contrat.",
    fix_en="Put back what stood there: `git cat-file blob {before}`.",
    fix_fr="Remettez ce qui s’y trouvait\u00a0: `git cat-file blob {before}`.",
)
def rewritten_bid(step: Step, _situation: None) -> Iterator[Violation]:
    """The bid that won is part of the contract, as its supplier filed it."""
    for path, before in step.standing.items():
        place = place_of(path)
        if place and place.kind == "bid":
            yield Violation("", {"commit": Verbatim(step.commit.id[:12]), "before": Verbatim(before)}, path=path)
