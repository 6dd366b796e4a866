"""OPP112 holiday-shortens-time."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.calendar import add_business_days, add_weekdays, business_days_between
from board.state.limits import least_days, posted_on


@rule(
    "OPP112",
    "holiday-shortens-time",
    en="Holidays left out, {field} leaves too few business days: {count}, where {least} is the least.",
    fr="Sans les jours fériés, {field} laisse trop peu de jours ouvrables\u00a0: {count}, le minimum étant de {least}.",
    fix_en="Write {until} for {field}, or a day that leaves even more time.",
    fix_fr="Inscrivez le {until} pour {field}, ou un jour qui laisse encore plus de temps.",
    severity="warning",
    judges="changes",
)
def holiday_shortens_time(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """A week with a holiday in it is a short week, for a bidder as for who answers questions.

    It warns where the rules that count weekdays are content: holidays come from a library, and only warn.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    zone, policy = context.zone, context.policy
    published, closing = posted_on(opportunity, zone), opportunity.closes_at.astimezone(zone).date()
    asked = opportunity.questions_close_at.astimezone(zone).date()
    least, before = least_days(opportunity, policy), policy.days.questions_before_closing
    opening = add_business_days(published, least)
    if add_weekdays(published, least) <= closing < opening:
        counts = {"count": business_days_between(published, closing), "least": least}
        yield Violation("/closes_at", {"field": Verbatim("closes_at"), "until": opening, **counts})
    latest = add_business_days(closing, -before)
    if latest < asked <= add_weekdays(closing, -before):
        counts = {"count": business_days_between(asked, closing), "least": before}
        yield Violation("/questions_close_at", {"field": Verbatim("questions_close_at"), "until": latest, **counts})
