"""LOG173 secret-before-commitments."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG173",
    "secret-before-commitments",
    en="Draw {number} does not have the commitments of two people yet.",
    fr="Le tirage {number} n’a pas encore les engagements de deux personnes.",
    fix_en="Have two people commit to a secret each, with `--commit`, before anybody shows one.",
    fix_fr="Faites prendre à deux personnes un engagement chacune, avec `--commit`, avant que quiconque dévoile "
    "un secret.",
)
def secret_before_commitments(course: Course, context: Context) -> Iterator[Violation]:
    """Who commits after a secret was shown can choose among many."""
    wrong = wrong_step(course, context, "secret-before-commitments")
    if wrong:
        yield Violation("", {"number": wrong.number})
