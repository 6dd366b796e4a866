"""What a purchase can cost, held against the limits of its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache

from board.model.opportunity import Opportunity
from board.model.policy import Policy, TaxRate
from board.model.scalar import CENT
from board.state import tax
from board.state.demands import DEMANDS


def posted_on(opportunity: Opportunity, zone: tzinfo) -> date:
    """The day whose policy judges an opportunity: that of its publication, in the board's zone."""
    return opportunity.published_at.astimezone(zone).date()


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A policy that is compared by identity: to hash its rows takes longer than to look through them."""

    policy: Policy

    def __hash__(self) -> int:
        return id(self.policy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.policy is self.policy


def highest_tax(policy: Policy, on: date) -> tuple[TaxRate, ...]:
    """`Policy.highest_tax`, remembered: a board has many requests of one day."""
    return _highest_tax(_Same(policy), on)


@lru_cache(maxsize=4096)
def _highest_tax(same: _Same, on: date) -> tuple[TaxRate, ...]:
    return same.policy.highest_tax(on)


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
