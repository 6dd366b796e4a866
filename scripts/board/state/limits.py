"""What a purchase can cost, held against the limits of its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache

from board.model.opportunity import Opportunity
from board.model.policy import Policy, TaxRate, Threshold
from board.model.scalar import CENT
from board.state import tax
from board.state.demands import DEMANDS


def posted_on(opportunity: Opportunity, zone: tzinfo) -> date:
    """The day whose policy judges an opportunity: that of its publication, in the board's zone."""
    return opportunity.published_at.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Overrun:
    """By how much an opportunity is over a limit.

    Attributes:
        total: CAD with tax, of all that it offers.
        limit: CAD, tax included.
        fitting: CAD before tax: the largest price of one award that is not over it.
    """

    total: Decimal
    limit: Decimal
    fitting: Decimal


# A board has many requests of one day, and to look through the rows of a policy for each of them took longer than all
# that the rules on amounts do beside it.
@lru_cache(maxsize=4096)
def threshold(policy: Policy, identifier: str, on: date) -> Threshold | None:
    """`Policy.threshold`, remembered."""
    return policy.threshold(identifier, on)


@lru_cache(maxsize=4096)
def taxes_of(policy: Policy, place: str, on: date) -> tuple[TaxRate, ...]:
    """`Policy.taxes_of`, remembered."""
    return policy.taxes_of(place, on)


@lru_cache(maxsize=4096)
def highest_tax(policy: Policy, on: date) -> tuple[TaxRate, ...]:
    """`Policy.highest_tax`, remembered."""
    return policy.highest_tax(on)


def overrun(opportunity: Opportunity, policy: Policy, identifier: str, on: date) -> Overrun | None:
    """By how much all that is offered is over a limit of policy; None where it is not, or none of that name holds."""
    # What fits is reckoned once for a day: to tax each price to the cent takes fifteen times as long as to compare it.
    fitting = _fitting(policy, identifier, on, opportunity.awards_offered)
    if fitting is None or opportunity.price <= fitting:
        return None
    limit, total = threshold(policy, identifier, on), greatest_total(opportunity, highest_tax(policy, on))
    return Overrun(total, limit.amount, fitting) if limit is not None and total > limit.amount else None


def greatest_total(opportunity: Opportunity, rates: Sequence[TaxRate]) -> Decimal:
    """CAD with tax: what is spent where every award that is offered reaches the price.

    Args:
        opportunity: The request.
        rates: At posting the highest of the day, since nobody knows yet who will win and where the tax is due.
    """
    return opportunity.awards_offered * tax.total(opportunity.price, rates)


@lru_cache(maxsize=4096)
def _fitting(policy: Policy, identifier: str, on: date, awards: int) -> Decimal | None:
    """CAD before tax: the largest price of one of so many awards with which `greatest_total` is within a limit.

    None where no limit of that name holds.
    """
    limit = threshold(policy, identifier, on)
    if limit is None:
        return None
    share = (limit.amount / max(1, awards)).quantize(CENT, ROUND_DOWN)
    return tax.largest_price(share, highest_tax(policy, on))


def least_days(opportunity: Opportunity, policy: Policy) -> int:
    """Business days that an opportunity with that method is open at least; a method that nobody knows asks for most."""
    demands = DEMANDS.get(opportunity.selection_method)
    rated = demands is None or demands.rated
    return policy.days.open_min_rated if rated else policy.days.open_min
