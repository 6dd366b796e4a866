"""LOG175 other-secret."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG175",
    "other-secret",
    en="This is not the secret to which {login} is committed in draw {number}.",
    fr="Ce n’est pas le secret sur lequel {login} s’est engagé pour le tirage {number}.",
    fix_en="Give the folder of the keys with --keys, or the 64 digits as `board keys` wrote them with --secret.",
    fix_fr="Donnez le dossier des clés avec --keys, ou avec --secret les 64 chiffres tels que les a écrits "
    "`board keys`.",
)
def other_secret(course: Course, context: Context) -> Iterator[Violation]:
    """The commitment is its SHA-256; in capital letters the same bytes would be another seed."""
    wrong = wrong_step(course, context, "other-secret")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
