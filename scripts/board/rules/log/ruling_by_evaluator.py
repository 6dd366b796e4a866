"""LOG130 ruling-by-evaluator."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Declared, Evaluated, Sheet


@rule(
    "LOG130",
    "ruling-by-evaluator",
    en="{officer} takes part in the evaluation, and cannot rule on which bids count.",
    fr="{officer} prend part à l’évaluation, et ne peut statuer sur les soumissions qui comptent.",
    fix_en="Let two officers rule who do not evaluate.",
    fix_fr="Que deux agents qui n’évaluent pas statuent.",
)
def ruling_by_evaluator(course: Course, _context: Context) -> Iterator[Violation]:
    """Who marks bids, or stood aside for a conflict of interest, does not say which there are."""
    asked = course.asked
    if asked.step != "ruling":
        return
    entries = [line.entry for line in course.lines]
    if any(isinstance(entry, Declared | Evaluated | Sheet) and entry.by == asked.by for entry in entries):
        yield Violation("", {"officer": asked.by})
