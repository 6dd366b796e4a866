"""What a purchase may cost, and how that is reckoned once for many."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.rules.cases import Case
from tests.rules.subjects.procurements import stage

from board.model.opportunity import Opportunity
from board.state.limits import greatest_total, highest_tax, overrun

DAY = date(2026, 9, 14)
STAGED = stage(Case("OPP103", "pass-here", ref="dex-mex/2026/date-filter"))
POLICY = STAGED.situation.policy
REQUEST = STAGED.subject.opportunity


@pytest.mark.parametrize("identifier", ["ldv-services", "ldv-goods", "fast-track"])
@pytest.mark.parametrize("awards", [0, 1, 3, 7])
def test_a_limit_is_overrun_where_the_total_is_over_it(identifier: str, awards: int) -> None:
    """What fits is remembered, and says of each cent around a limit what the total with tax says."""
    assert isinstance(REQUEST, Opportunity)
    limit, rates = POLICY.threshold(identifier, DAY), highest_tax(POLICY, DAY)
    assert limit is not None
    share = limit.amount / max(1, awards) / (1 + sum(rate.rate for rate in rates) / 100)
    near = [share.quantize(Decimal("0.01")) + Decimal(cents) / 100 for cents in range(-6, 7)]

    for price in (Decimal(0), *near, limit.amount):
        request = replace(REQUEST, price=price, awards_offered=awards)
        total, found = greatest_total(request, rates), overrun(request, POLICY, identifier, DAY)

        assert (found is not None) == (total > limit.amount)
        if found is not None:
            assert (found.total, found.limit) == (total, limit.amount)
            assert greatest_total(replace(request, price=found.fitting), rates) <= limit.amount
            assert greatest_total(replace(request, price=found.fitting + Decimal("0.01")), rates) > limit.amount


def test_no_limit_is_overrun_where_none_holds() -> None:
    """A name that policy does not know, and a day of which it says nothing, have no limit to be over."""
    assert isinstance(REQUEST, Opportunity)
    dear = replace(REQUEST, price=Decimal(10_000_000))

    assert overrun(dear, POLICY, "fast-track", DAY) is not None
    assert overrun(dear, POLICY, "ldv-works", DAY) is None
    assert overrun(dear, POLICY, "fast-track", date(1999, 1, 1)) is None
