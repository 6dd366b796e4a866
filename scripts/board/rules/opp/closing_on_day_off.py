"""OPP114 closing-on-day-off."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.calendar import add_business_days, is_business_day


@rule(
    "OPP114",
    "closing-on-day-off",
    en="The closing falls on {closing}, a weekend day or a federal holiday.",
    fr="La clôture tombe le {closing}, un jour de fin de semaine ou un jour férié fédéral.",
    fix_en="Write a `closes_at` on {until}, the next business day.",
    fix_fr="Inscrivez un `closes_at` au {until}, le jour ouvrable suivant.",
    severity="warning",
)
def closing_on_day_off(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """On a day off nobody reads the mailbox or helps a bidder whose push fails."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    closing = opportunity.closes_at.astimezone(context.zone).date()
    if not is_business_day(closing):
        yield Violation("/closes_at", {"closing": closing, "until": add_business_days(closing, 1)})
