"""LOG106 unsettled-log."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.state.arrivals import settled_at


@rule(
    "LOG106",
    "unsettled-log",
    en="Receipts may reach the log until {settled}; the closing waits for that.",
    fr="Des accusés de réception peuvent rejoindre le registre jusqu’au {settled}\u202f; la clôture attend cela.",
    fix_en="Ask for it from {settled} on.",
    fix_fr="Demandez-la à partir du {settled}.",
)
def unsettled_log(course: Course, context: Context) -> Iterator[Violation]:
    """Where nobody says that the mailbox is read, the log is cut when every receipt of a bid in time has reached it."""
    asked, closing = course.asked, course.opportunity.closes_at
    settled = settled_at(closing, context.policy.days.settle_minutes)
    waits = context.settings.mode == "trial" and not course.cut and not course.broken
    if asked.step in ("close", "ruling") and waits and inclusive(closing) <= asked.at < settled:
        yield Violation("/closes_at", {"settled": settled})
