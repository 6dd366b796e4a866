"""LOG183 draw-without-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG183",
    "draw-without-closing",
    en="The bids of record are not fixed yet: there is no tag closing/{ref}.",
    fr="Les soumissions retenues ne sont pas encore fixées\u00a0: il n’y a pas d’étiquette closing/{ref}.",
    fix_en="Run `board close` first.",
    fix_fr="Lancez d’abord `board close`.",
)
def draw_without_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """Nothing is drawn over a list that can still change."""
    if course.asked.step in ("secret", "void", "commit") and course.closing is None:
        yield Violation("", {"ref": Verbatim(course.procurement.ref)})
