"""LOG181 draw-without-commitments."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_terms import PEOPLE


@rule(
    "LOG181",
    "draw-without-commitments",
    en="A draw needs commitments of two people; the opportunity carries {count}.",
    fr="Un tirage exige les engagements de deux personnes\u202f; l’occasion en porte {count}.",
    fix_en='Cancel it, and post it again with the commitments, or with tie_break: "earliest".',
    fix_fr='Mettez-y fin, et publiez-la de nouveau avec les engagements, ou avec tie_break: "earliest".',
)
def draw_without_commitments(course: Course, _context: Context) -> Iterator[Violation]:
    """What is promised once the bids are known is chosen."""
    count = len(course.opportunity.commitments)
    if course.asked.step in ("secret", "void", "commit") and count < PEOPLE:
        yield Violation("/draw", {"count": count})
