"""AWD208 outcome-aside."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import WITH_OUTCOME, place_of


@rule(
    "AWD208",
    "outcome-aside",
    en="Commit {commit} merges commit {merged}, which brings {path} aside from main’s own line.",
    fr="Le commit {commit} fusionne le commit {merged}, qui apporte {path} à l’écart de la ligne propre de main.",
    fix_en="Find out who made the merge. Set main back to the commit that it named before, and do what is to be merged "
    "again on top of it.",
    fix_fr="Cherchez qui a fait la fusion. Remettez main au commit qu’elle désignait avant, et refaites à sa suite ce "
    "qui est à fusionner.",
)
def outcome_aside(step: Step, _situation: None) -> Iterator[Violation]:
    """Main is the line of first parents: what it once decided must not vanish behind another parent of a merge.

    Nothing has to be rewritten for that, so no server refuses such a push.
    """
    own = step.under.id if step.way == "merge" and step.under else ""
    for merged, path in step.aside:
        place = place_of(path)
        outcome = place is not None and (place.kind in ("award", "cancellation") or place.kind in WITH_OUTCOME)
        if outcome and merged != own and place and place.organization not in step.specimens:
            commits = {"commit": Verbatim(step.commit.id[:12]), "merged": Verbatim(merged[:12])}
            yield Violation("", {**commits, "path": path}, path=path)
