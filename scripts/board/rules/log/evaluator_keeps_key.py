"""LOG143 evaluator-keeps-key."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import sealing_path


@rule(
    "LOG143",
    "evaluator-keeps-key",
    en="{evaluator} keeps the key to which the bids are sealed, and cannot evaluate them.",
    fr="{evaluator} garde la clé à laquelle les soumissions sont cachetées, et ne peut les évaluer.",
    fix_en="Let somebody evaluate who does not keep the key.",
    fix_fr="Confiez l’évaluation à une personne qui ne garde pas la clé.",
)
def evaluator_keeps_key(course: Course, _context: Context) -> Iterator[Violation]:
    """Who could read the bids before the closing could also have told somebody what to bid."""
    sealing = course.procurement.sealing
    if course.asked.step in ("declare", "sheet", "evaluate") and sealing and sealing.keeper == course.asked.by:
        yield Violation("/keeper", {"evaluator": course.asked.by}, path=sealing_path(course.procurement.ref))
