"""LOG131 ruling-out-of-time."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.scalar import instant


@rule(
    "LOG131",
    "ruling-out-of-time",
    en="A bid received on {received} is not in time: bids count from {published} to {closing}.",
    fr="Une soumission reçue le {received} n’est pas à temps\u00a0: elles comptent du {published} au {closing}.",
    fix_en="Give with `--received` an instant in time that you can answer for, or rule that it does not count.",
    fix_fr="Donnez avec `--received` un moment à temps dont vous pouvez répondre, ou statuez qu’elle ne compte pas.",
)
def ruling_out_of_time(course: Course, _context: Context) -> Iterator[Violation]:
    """Officers say when a bid came where the log cannot; they do not make a late one be in time."""
    asked, opportunity = course.asked, course.opportunity
    if asked.step != "ruling" or "received" not in asked.facts:
        return
    received, published, closing = instant(asked.facts["received"]), opportunity.published_at, opportunity.closes_at
    if not published <= received < inclusive(closing):
        yield Violation("/closes_at", {"received": received, "published": published, "closing": closing})
