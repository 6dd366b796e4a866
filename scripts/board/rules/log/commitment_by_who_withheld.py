"""LOG179 commitment-by-who-withheld."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG179",
    "commitment-by-who-withheld",
    en="{login} withheld a secret of this procurement, and takes no part in draw {number}.",
    fr="{login} a retenu un secret de cet achat, et ne participe pas au tirage {number}.",
    fix_en="Have somebody else of that role commit.",
    fix_fr="Faites prendre l’engagement par une autre personne de ce rôle.",
)
def commitment_by_who_withheld(course: Course, context: Context) -> Iterator[Violation]:
    """One try more with a name on it is what withholding may gain, and not two."""
    wrong = wrong_step(course, context, "commitment-by-who-withheld")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
