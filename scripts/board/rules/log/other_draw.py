"""LOG172 other-draw."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG172",
    "other-draw",
    en="Draw {number} is not the one that is open.",
    fr="Le tirage {number} n’est pas celui qui est ouvert.",
    fix_en="Ask for the draw again: it takes the secret of the one that is open.",
    fix_fr="Demandez de nouveau le tirage\u00a0: il prend le secret de celui qui est ouvert.",
)
def other_draw(course: Course, context: Context) -> Iterator[Violation]:
    """A secret of a draw that was given up, or is still to come, decides nothing."""
    wrong = wrong_step(course, context, "other-draw")
    if wrong:
        yield Violation("", {"number": wrong.number})
