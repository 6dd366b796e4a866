"""What a purchase can cost, held against the limits of its day."""

from collections.abc import Sequence
from datetime import date, tzinfo
from decimal import ROUND_DOWN, Decimal

from board.model.opportunity import Opportunity
from board.model.policy import Policy, TaxRate
from board.model.scalar import CENT
from board.state import tax
from board.state.demands import DEMANDS


def posted_on(opportunity: Opportunity, zone: tzinfo) -> date:
    """The day whose policy judges an opportunity: that of its publication, in the board's zone."""
    return opportunity.published_at.astimezone(zone).date()


def greatest_total(opportunity: Opportunity, rates: Sequence[TaxRate]) -> Decimal:
    """CAD with tax: what is spent where every award that is offered reaches the price.

    Args:
        opportunity: The request.
        rates: At posting the highest of the day, since nobody knows yet who will win and where the tax is due.
    """
    return opportunity.awards_offered * tax.total(opportunity.price, rates)


def fitting_price(opportunity: Opportunity, rates: Sequence[TaxRate], limit: Decimal) -> Decimal:
    """CAD before tax: the largest price of one award with which `greatest_total` is at most *limit*."""
    share = (limit / max(1, opportunity.awards_offered)).quantize(CENT, ROUND_DOWN)
    return tax.largest_price(share, rates)


def least_days(opportunity: Opportunity, policy: Policy) -> int:
    """Business days that an opportunity with that method is open at least; a method that nobody knows asks for most."""
    demands = DEMANDS.get(opportunity.selection_method)
    rated = demands is None or demands.rated
    return policy.days.open_min_rated if rated else policy.days.open_min
