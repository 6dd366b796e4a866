"""LOG102 step-before-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course

# What suppliers do, and what an officer does for them, is done while bids are taken.
_BEFORE = ("receive", "withdraw", "rank")


@rule(
    "LOG102",
    "step-before-closing",
    en="Bids count until {closing}; this was asked for on {at}.",
    fr="Les soumissions comptent jusqu’au {closing}\u202f; ceci a été demandé le {at}.",
    fix_en="Ask for it after the closing.",
    fix_fr="Demandez-le après la clôture.",
)
def step_before_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """While bids are taken nobody may know them: nothing is closed, opened, evaluated or drawn."""
    asked, closing = course.asked, course.opportunity.closes_at
    if asked.step not in _BEFORE and asked.at < inclusive(closing):
        yield Violation("/closes_at", {"closing": closing, "at": asked.at})
