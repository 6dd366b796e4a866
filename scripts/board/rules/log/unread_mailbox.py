"""LOG105 unread-mailbox."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.state.arrivals import settled_at


@rule(
    "LOG105",
    "unread-mailbox",
    en="Nobody has said yet that the mailbox is read; the closing waits for that.",
    fr="Personne n’a encore déclaré la boîte courriel lue\u202f; la clôture attend cela.",
    fix_en="After {settled}, enter what arrived in time, then run: board receive {ref} --mailbox-read --as LOGIN",
    fix_fr=(
        "Après le {settled}, consignez ce qui est arrivé à temps, puis lancez\u00a0: board receive {ref} "
        "--mailbox-read --as LOGIN"
    ),
)
def unread_mailbox(course: Course, context: Context) -> Iterator[Violation]:
    """A bid that lies in the mailbox since before the closing counts like any other."""
    asked, closing = course.asked, course.opportunity.closes_at
    waits = context.settings.mode == "live" and not course.cut and not course.broken
    if (
        asked.step in ("close", "ruling")
        and waits
        and asked.at >= inclusive(closing)
        and "unreadable" not in asked.facts
    ):
        settled = settled_at(closing, context.policy.days.settle_minutes)
        yield Violation("/closes_at", {"settled": settled, "ref": Verbatim(course.procurement.ref)})
