"""OPP110 open-too-short."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.calendar import add_weekdays, weekdays_between
from board.state.limits import least_days, posted_on


@rule(
    "OPP110",
    "open-too-short",
    en="It is open from {published} to {closing}, too few weekdays: {count}, where {least} is the least.",
    fr="L’occasion est ouverte du {published} au {closing}, soit trop peu de jours de semaine\u00a0: "
    "{count}, le minimum étant de {least}.",
    fix_en="Write a `closes_at` on {until} or later.",
    fix_fr="Inscrivez un `closes_at` au {until} ou plus tard.",
    judges="changes",
)
def open_too_short(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Somebody who bids after work needs some evenings.

    Weekdays alone refuse; a holiday among them warns, since holidays come from a library and deadlines stand in files.
    It judges changes: the least number of days in the policy has no dates of its own, and what was open long enough
    under an older policy stays so.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    published = posted_on(opportunity, context.zone)
    closing = opportunity.closes_at.astimezone(context.zone).date()
    least = least_days(opportunity, context.policy)
    until = add_weekdays(published, least)
    if closing < until:
        count = weekdays_between(published, closing)
        days = {"published": published, "closing": closing, "until": until}
        yield Violation("/closes_at", {"count": count, "least": least, **days})
