"""AWD114 expired-bid."""

from collections.abc import Iterator
from datetime import timedelta

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD114",
    "expired-bid",
    en="Bids were open until {until}; the award is dated {at}.",
    fr="Les soumissions étaient valides jusqu’au {until}\u202f; l’attribution est datée du {at}.",
    fix_en="End the procurement and post it again: nobody is bound by a bid after its last day.",
    fix_fr="Mettez fin à l’achat et publiez-le de nouveau\u00a0: une soumission ne lie plus personne après son "
    "dernier jour.",
)
def expired_bid(decision: Decision, context: Context) -> Iterator[Violation]:
    """A bid is an offer that stays open for so many days after the closing; accepted later it forms nothing."""
    closed_on = decision.opportunity.closes_at.astimezone(context.zone).date()
    until = closed_on + timedelta(days=decision.opportunity.bid_valid_days)
    if context.now.astimezone(context.zone).date() > until:
        yield Violation("/decided_at", {"until": until, "at": context.now})
