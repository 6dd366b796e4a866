"""AWD223 missing-closing-tag."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof
from board.model.reference import closing_tag


@rule(
    "AWD223",
    "missing-closing-tag",
    en="The tag {tag} is not in this clone, so the bids of record cannot be proved.",
    fr="L’étiquette {tag} n’est pas dans ce clone\u00a0: les soumissions retenues ne peuvent donc être prouvées.",
    fix_en="Fetch it: `git fetch --tags`.",
    fix_fr="Obtenez-la\u00a0: `git fetch --tags`.",
)
def missing_closing_tag(proof: Proof, _situation: None) -> Iterator[Violation]:
    """The tag holds every bid of record and the log up to the cut; without it nothing of them can be seen."""
    if proof.closing and not proof.closing.tagged:
        yield Violation("", {"tag": Verbatim(closing_tag(proof.award.opportunity))}, path=proof.closing.path)
