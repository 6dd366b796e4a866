"""OPP143 delivered-work-too-soon."""

from collections.abc import Iterator
from datetime import datetime

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.calendar import add_business_days
from board.state.demands import DEMANDS
from board.state.limits import greatest_total, highest_tax, posted_on


@rule(
    "OPP143",
    "delivered-work-too-soon",
    en="Finished work counts from {found}, and with the highest tax it can cost {total}; it may count from "
    "{least} at the earliest, and cost {limit} at the most.",
    fr="Le travail fini compte à partir de\u00a0: {found}, et peut coûter {total} avec la taxe la plus "
    "élevée\u202f; il ne peut compter qu’à partir du {least}, et coûter au plus {limit}.",
    fix_en="Write a `counts_from` from then to the closing, and an amount that keeps to the limit.",
    fix_fr="Inscrivez un `counts_from` entre cet instant et la clôture, et un montant qui respecte la limite.",
    judges="changes",
)
def delivered_work_too_soon(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Who finishes second works for nothing: so everybody begins at one instant, and little is at stake."""
    opportunity = procurement.opportunity
    demands = DEMANDS.get(opportunity.selection_method) if opportunity else None
    if opportunity is None or demands is None or not demands.delivered:
        return
    day, found = posted_on(opportunity, context.zone), opportunity.counts_from
    posted = opportunity.published_at.astimezone(context.zone)
    least = datetime.combine(add_business_days(day, 2), posted.time(), context.zone)
    total = greatest_total(opportunity, highest_tax(context.policy, day))
    fast = context.policy.threshold("fast-track", day)
    limit = fast.amount if fast else total
    late = found is None or not least <= found <= opportunity.closes_at
    if late or total > limit:
        facts: dict[str, Fact] = {"found": found or Bilingual("no instant", "aucun instant"), "least": least}
        pointer = ("/counts_from" if found else "/selection_method") if late else "/price/amount"
        yield Violation(pointer, {**facts, "total": total, "limit": limit})
