"""LOG136 ruling-after-award."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import award_path


@rule(
    "LOG136",
    "ruling-after-award",
    en="A contract was awarded, and nobody rules on the bids any more.",
    fr="Un marché est attribué, et nul ne statue plus sur les soumissions.",
    fix_en="Leave it as it is, and tell the supplier how to complain: the page of the award says it.",
    fix_fr=(
        "Laissez-le tel quel, et dites au fournisseur comment porter plainte\u00a0: la page de l’attribution l’indique."
    ),
)
def ruling_after_award(course: Course, _context: Context) -> Iterator[Violation]:
    """A ruling that comes after the decision could only justify it."""
    awards = course.procurement.awards
    if course.asked.step == "ruling" and awards:
        yield Violation("", path=award_path(course.procurement.ref, min(awards)))
