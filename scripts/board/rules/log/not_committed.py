"""LOG174 not-committed."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG174",
    "not-committed",
    en="{login} is committed to no secret of draw {number}.",
    fr="{login} ne s’est engagé sur aucun secret du tirage {number}.",
    fix_en="Have it shown by those who are.",
    fix_fr="Faites-le dévoiler par les personnes engagées.",
)
def not_committed(course: Course, context: Context) -> Iterator[Violation]:
    """Only what was promised when bids could still come goes into the order."""
    wrong = wrong_step(course, context, "not-committed")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
