"""AWD204 rewritten-outcome."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import WITH_OUTCOME, place_of


@rule(
    "AWD204",
    "rewritten-outcome",
    en="Commit {commit} changes an outcome that is never edited.",
    fr="Le commit {commit} modifie une issue qui ne se modifie jamais.",
    fix_en="Put back what stood there: `git cat-file blob {before}`.",
    fix_fr="Remettez ce qui s’y trouvait\u00a0: `git cat-file blob {before}`.",
)
def rewritten_outcome(step: Step, _situation: None) -> Iterator[Violation]:
    """An outcome on which people act stays as it was written; what follows is written beside it."""
    for path, before in step.standing.items():
        place = place_of(path)
        if place and (place.kind in ("award", "cancellation") or place.kind in WITH_OUTCOME):
            yield Violation("", {"commit": Verbatim(step.commit.id[:12]), "before": Verbatim(before)}, path=path)
