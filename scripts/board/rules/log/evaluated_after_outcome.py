"""LOG158 evaluated-after-outcome."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import award_path, cancellation_path


@rule(
    "LOG158",
    "evaluated-after-outcome",
    en="The procurement has its outcome, and nothing of it is evaluated any more.",
    fr="L’achat a son résultat, et rien n’en est plus évalué.",
    fix_en="Leave it as it is. A new need is posted anew.",
    fix_fr="Laissez-le tel quel. Un nouveau besoin s’affiche de nouveau.",
)
def evaluated_after_outcome(course: Course, _context: Context) -> Iterator[Violation]:
    """An evaluation that comes after the decision could only justify it."""
    if course.asked.step not in ("declare", "sheet", "evaluate"):
        return
    ref, awards = course.procurement.ref, course.procurement.awards
    if course.procurement.cancellation or awards:
        yield Violation("", path=award_path(ref, min(awards)) if awards else cancellation_path(ref))
