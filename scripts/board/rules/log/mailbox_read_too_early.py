"""LOG103 mailbox-read-too-early."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.state.arrivals import settled_at


@rule(
    "LOG103",
    "mailbox-read-too-early",
    en="Receipts may reach the log until {settled}; the mailbox is read after that, and this was asked for on {at}.",
    fr=(
        "Des accusés de réception peuvent rejoindre le registre jusqu’au {settled}\u202f; la boîte courriel se "
        "lit ensuite, et ceci a été demandé le {at}."
    ),
    fix_en="Ask for it from {settled} on.",
    fix_fr="Demandez-le à partir du {settled}.",
)
def mailbox_read_too_early(course: Course, context: Context) -> Iterator[Violation]:
    """The log is cut where the mailbox is read: before it has settled, a bid in time could still be on its way."""
    asked, closing = course.asked, course.opportunity.closes_at
    settled = settled_at(closing, context.policy.days.settle_minutes)
    if asked.step == "read-mailbox" and inclusive(closing) <= asked.at < settled:
        yield Violation("/closes_at", {"settled": settled, "at": asked.at})
