"""LOG142 evaluator-bids."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.authority import same_person


@rule(
    "LOG142",
    "evaluator-bids",
    en="{evaluator} made one of the bids, and cannot evaluate them.",
    fr="{evaluator} a présenté l’une des soumissions, et ne peut les évaluer.",
    fix_en="Let somebody evaluate who did not bid.",
    fix_fr="Confiez l’évaluation à une personne qui n’a pas soumissionné.",
)
def evaluator_bids(course: Course, _context: Context) -> Iterator[Violation]:
    """Nobody who acts on a purchase is one of its bidders; by numeric id where both are known."""
    asked = course.asked
    if asked.step not in ("declare", "sheet", "evaluate") or course.closing is None:
        return
    if any(same_person(asked.by, asked.id, row.bidder, row.id) for row in course.closing.bids):
        yield Violation("", {"evaluator": asked.by})
