"""LOG122 withdrawal-from-auction."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG122",
    "withdrawal-from-auction",
    en="In a reverse auction no bid is withdrawn.",
    fr="Dans une enchère inversée, aucune soumission ne se retire.",
    fix_en="A price may be lowered until the closing, never raised or taken back.",
    fix_fr="Un prix peut être baissé jusqu’à la clôture, jamais relevé ni retiré.",
)
def withdrawal_from_auction(course: Course, _context: Context) -> Iterator[Violation]:
    """A phantom bid of $1, withdrawn at the last minute, leaves the accomplice’s price as the lowest."""
    if course.asked.step == "withdraw" and course.opportunity.selection_method == "reverse-auction":
        yield Violation("/selection_method")
