"""LOG180 draw-line-out-of-place."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_in


@rule(
    "LOG180",
    "draw-line-out-of-place",
    en="Line {line} of the log, by {login}, is one that the draw did not allow.",
    fr="La ligne {line} du registre, de {login}, en est une que le tirage n’admettait pas.",
    fix_en="Cancel the procurement, and post it again: with this line nothing may be drawn.",
    fix_fr="Mettez fin à l’achat et publiez-le de nouveau\u00a0: avec cette ligne, rien ne peut être tiré au sort.",
)
def draw_line_out_of_place(course: Course, context: Context) -> Iterator[Violation]:
    """Acts refuse such a line; whoever wrote it went around them."""
    wrong = wrong_in(course, context)
    if wrong and wrong.line:
        yield Violation("", {"line": wrong.line, "login": wrong.by})
