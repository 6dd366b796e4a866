"""LOG202 nothing-sealed."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG202",
    "nothing-sealed",
    en="The opportunity takes bids in clear: there is nothing to open.",
    fr="L’occasion veut des soumissions en clair\u00a0: il n’y a rien à ouvrir.",
    fix_en="Go on to the evaluation or the award.",
    fix_fr="Passez à l’évaluation ou à l’attribution.",
)
def nothing_sealed(course: Course, _context: Context) -> Iterator[Violation]:
    """A line in the log says that somebody saw what nobody else had seen; here everybody had."""
    if course.asked.step == "open" and course.opportunity.bids != "sealed":
        yield Violation("/bids")
