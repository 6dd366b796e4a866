"""BID115 delivery-too-late."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID115",
    "delivery-too-late",
    en="The delivery date, {delivery}, is after the end of the work period, {end}.",
    fr="La date de livraison, le {delivery}, suit la fin de la période de travail, le {end}.",
    fix_en="Write {end} or an earlier day.",
    fix_fr="Inscrivez le {end} ou un jour antérieur.",
)
def delivery_too_late(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A later delivery is another offer than the one asked for, and no rival had that time."""
    answers, end = case.bid.answers, case.opportunity.work_end
    if answers is not None and answers.delivery_date > end:
        yield Violation("/answers/delivery_date", {"delivery": answers.delivery_date, "end": end})
