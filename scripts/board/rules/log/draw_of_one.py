"""LOG182 draw-of-one."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG182",
    "draw-of-one",
    en="A list of {count} is not drawn.",
    fr="Une liste de {count} ne se tire pas au sort.",
    fix_en="Award it, or cancel it.",
    fix_fr="Attribuez le marché, ou mettez-y fin.",
)
def draw_of_one(course: Course, _context: Context) -> Iterator[Violation]:
    """One bid has one order, and none has none."""
    closing = course.closing
    if course.asked.step in ("secret", "void", "commit") and closing and len(closing.bids) < 2:
        yield Violation("", {"count": len(closing.bids)})
