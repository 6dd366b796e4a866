"""Bids of record beside the outcome: what main lacks is read from the repository, and judged where nobody evaluated."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.boards import opportunity, specimen, specimen_board
from tests.jobs.purchase import at_price
from tests.memory import blob_id
from tests.render import outcomes
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.cli.setting import context_of
from board.jobs.shown import shown, wanted
from board.model.closing import Closing, Recorded
from board.model.procurement import Procurement
from board.state.told import passing, price_of, told

CLOSES = datetime.fromisoformat("2026-09-15T14:00:00-04:00")
CONTEXT = context_of(specimen_board(), CLOSES + timedelta(days=2))
PRICES = {"atelier-boreal": "2100.00", "maple-works": "1950.00", "northbit": "2400.01"}
BLOBS = {blob_id(data): data for data in (at_price(login, price) for login, price in PRICES.items())}


def closed() -> Procurement:
    """`date-filter` by lowest price with bids in clear, closed; main has none of them."""
    rows = tuple(
        Recorded(login, "", "en", CLOSES - timedelta(hours=n), "host", n, "", blob, hashlib.sha256(data).hexdigest())
        for n, (login, (blob, data)) in enumerate(zip(PRICES, BLOBS.items(), strict=True), 1)
    )
    found = specimen()
    assert opportunity(found).bids == "public"
    return replace(found, bids={}, closing=Closing(REF, "0" * 64, CLOSES, 3, "0" * 64, rows))


def test_before_a_closing_nothing_is_asked_for() -> None:
    """And the procurement stays as it is."""
    found = specimen()

    assert wanted(found) == ()
    assert shown(found, BLOBS, CONTEXT, SCHEMAS) is found


def test_bids_in_clear_are_read_judged_and_ranked() -> None:
    """The cheapest that passes comes first; one over the ceiling fails by the name of the rule."""
    found = closed()
    assert set(wanted(found)) == set(BLOBS)
    whole = shown(found, BLOBS, CONTEXT, SCHEMAS)
    assert whole.closing
    rows = told(whole, whole.closing)

    assert [(one.recorded.bidder, str(one.price)) for one in rows] == [
        ("maple-works", "1950.00"),
        ("atelier-boreal", "2100.00"),
        ("northbit", "2400.01"),
    ]
    assert [one.result.findings for one in rows if one.result] == [(), (), ("over-ceiling",)]
    assert passing(whole) == 2


def test_a_bidder_who_acts_for_the_organization_fails_by_name() -> None:
    """As at the award; the page says it where nobody evaluated."""
    found = closed()
    assert found.organization
    insider = replace(found.organization.people[0], login="maple-works", id="")
    inside = replace(found, organization=replace(found.organization, people=(*found.organization.people, insider)))
    whole = shown(inside, BLOBS, CONTEXT, SCHEMAS)
    assert whole.evaluation

    assert {row.bidder: row.findings for row in whole.evaluation.results} == {
        "atelier-boreal": (),
        "maple-works": ("bid-by-insider",),
        "northbit": ("over-ceiling",),
    }


@pytest.mark.parametrize("blobs", [{}, dict.fromkeys(BLOBS, b"other bytes")])
def test_what_is_missing_or_differs_from_the_closing_is_left_out(blobs: dict[str, bytes]) -> None:
    """No page says of a file what the closing did not fix."""
    whole = shown(closed(), blobs, CONTEXT, SCHEMAS)

    assert whole.bids == {}
    assert passing(whole) is None
    assert price_of(whole, "maple-works") is None


def test_with_one_bid_missing_nobody_is_ranked_or_counted() -> None:
    """It may be better than all that are known; what is known of the others is told."""
    fewer = {blob: data for blob, data in BLOBS.items() if b"maple-works" not in data}
    whole = shown(closed(), fewer, CONTEXT, SCHEMAS)
    assert whole.closing
    rows = {one.recorded.bidder: one for one in told(whole, whole.closing)}

    assert passing(whole) is None
    assert not [one for one in rows.values() if one.explained]
    assert rows["atelier-boreal"].result
    assert rows["maple-works"].result is None


def test_results_that_were_recorded_stay() -> None:
    """What people judged is never judged anew."""
    found = outcomes.drawn()

    assert shown(found, {}, CONTEXT, SCHEMAS).evaluation is found.evaluation
