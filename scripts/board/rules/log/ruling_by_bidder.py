"""LOG129 ruling-by-bidder."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG129",
    "ruling-by-bidder",
    en="{officer} made one of the bids, and cannot rule on which of them count.",
    fr="{officer} a présenté l’une des soumissions, et ne peut statuer sur celles qui comptent.",
    fix_en="Let two officers rule who did not bid.",
    fix_fr="Que deux agents qui n’ont pas soumissionné statuent.",
)
def ruling_by_bidder(course: Course, _context: Context) -> Iterator[Violation]:
    """Nobody who acts on a purchase is one of its bidders."""
    asked = course.asked
    if asked.step == "ruling" and asked.by in asked.facts.get("bidders", "").split():
        yield Violation("", {"officer": asked.by})
