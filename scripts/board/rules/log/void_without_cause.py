"""LOG177 void-without-cause."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG177",
    "void-without-cause",
    en="{login} cannot give up draw {number}: their own secret is not shown, or nobody else withholds one.",
    fr="{login} ne peut pas abandonner le tirage {number}\u00a0: son propre secret n’est pas dévoilé, ou "
    "personne d’autre n’en retient un.",
    fix_en="Show your own secret first.",
    fix_fr="Dévoilez d’abord votre propre secret.",
)
def void_without_cause(course: Course, context: Context) -> Iterator[Violation]:
    """Who dislikes the order could otherwise give up the draw, and be no one who withheld."""
    wrong = wrong_step(course, context, "void-without-cause")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
