"""LOG176 void-too-early."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG176",
    "void-too-early",
    en="Draw {number} may be given up from {until} on.",
    fr="Le tirage {number} peut être abandonné à partir du {until}.",
    fix_en="Ask {login} for the secret, and wait until then.",
    fix_fr="Demandez le secret à {login}, et attendez jusque-là.",
)
def void_too_early(course: Course, context: Context) -> Iterator[Violation]:
    """Somebody who is ill for a day withholds nothing."""
    wrong = wrong_step(course, context, "void-too-early")
    if wrong:
        login = course.asked.facts.get("withheld_by", "")
        until = wrong.until or course.asked.at
        yield Violation("", {"number": wrong.number, "until": until, "login": login})
