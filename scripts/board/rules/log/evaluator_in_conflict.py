"""LOG144 evaluator-in-conflict."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import conflict


@rule(
    "LOG144",
    "evaluator-in-conflict",
    en="{evaluator} declared a conflict of interest, and does not evaluate.",
    fr="{evaluator} a déclaré un conflit d’intérêts, et n’évalue pas.",
    fix_en="Let somebody evaluate who has none. What was declared is not taken back.",
    fix_fr="Confiez l’évaluation à une personne qui n’en a pas. Une déclaration ne se retire pas.",
)
def evaluator_in_conflict(course: Course, _context: Context) -> Iterator[Violation]:
    """A conflict that was declared stands: whoever could take it back would have declared nothing."""
    asked = course.asked
    evaluates = asked.step in ("sheet", "evaluate") or (asked.step == "declare" and asked.facts["conflict"] == "none")
    if evaluates and conflict(course.lines, asked.by) == "declared":
        yield Violation("", {"evaluator": asked.by})
