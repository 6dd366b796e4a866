"""What main tells of the bids of record once there is an outcome."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.render import outcomes
from tests.render.outcomes import REF

from board.model.evaluation import Result
from board.model.procurement import Procurement
from board.state.told import answers_of, passing, price_of, salt_of, told

OFFER = f"opportunities/{REF}/openings/northbit.offer.json"
ANSWERS = f"opportunities/{REF}/openings/maple-works.answers.json"


def order(procurement: Procurement) -> list[str]:
    """Logins as they are told."""
    assert procurement.closing
    return [one.recorded.bidder for one in told(procurement, procurement.closing)]


def changed(path: str, old: bytes, new: bytes) -> Procurement:
    """The draw with other bytes in one envelope, of the same length."""
    found = outcomes.drawn()
    data = found.openings[path]
    assert data.count(old) == 1
    return replace(found, openings={**found.openings, path: data.replace(old, new).rstrip().ljust(4095) + b"\n"})


def test_a_draw_is_told_in_the_order_drawn() -> None:
    """Whoever does not pass keeps the place that was drawn."""
    found = outcomes.drawn()
    assert found.draws

    assert order(found) == list(found.draws.order)


def test_ratings_are_told_as_ranked() -> None:
    """Best result first, then those that do not count, by login."""
    assert order(outcomes.rated()) == ["maple-works", "atelier-boreal", "mail-4821", "northbit"]


def test_without_results_the_winner_comes_first_and_nobody_is_ranked() -> None:
    """Main does not tell who passed, so no place follows from it."""
    found = replace(outcomes.drawn(), evaluation=None, draws=None)
    assert found.closing

    assert order(found)[0] in found.awards
    assert not [one for one in told(found, found.closing) if one.explained or one.result]
    assert passing(found) is None


def test_an_offer_gives_its_price_and_its_random_bytes() -> None:
    """Of every bid of record, won or not."""
    found = outcomes.drawn()

    assert price_of(found, "northbit") == Decimal("8000.00")
    assert len(salt_of(found, "northbit")) == 64


def test_an_envelope_that_did_not_open_gives_neither() -> None:
    """And the other bids are told all the same."""
    found = outcomes.rated()

    assert price_of(found, "northbit") is None
    assert salt_of(found, "northbit") == ""


def test_a_bid_whose_answers_did_not_open_brings_nothing_to_the_draw() -> None:
    """Its offer is published all the same, and its price is told."""
    found = outcomes.drawn()
    closed = Result("northbit", opened=False, result="fail", criteria=())
    unread = replace(found, evaluation=outcomes.evaluation({"northbit": closed}))

    assert salt_of(unread, "northbit") == ""
    assert price_of(unread, "northbit") == Decimal("8000.00")


def test_the_price_of_the_winner_is_that_of_the_award_where_no_envelope_tells_it() -> None:
    """Of bids in clear only the winner’s is on main."""
    found = replace(outcomes.drawn(), openings={})
    (winner,) = found.awards

    assert price_of(found, winner) == found.awards[winner].value.price
    assert price_of(found, "northbit") is None


@pytest.mark.parametrize("price", [b'"free"', b'"1.2.3"', b'"-1.00"', b"true", '"٣.٣٣"'.encode()])
def test_a_price_that_is_none_is_not_told(price: bytes) -> None:
    """Whatever stands in an opening on main, a page is made."""
    assert price_of(changed(OFFER, b'"8000.00"', price), "northbit") is None


@pytest.mark.parametrize(
    ("old", "new"), [(b'"2026-11-18"', b'"2026-02-30"'), (b'"name":', b'"nome":'), (b'"part":', b'"parts":')]
)
def test_answers_that_are_none_are_not_told(old: bytes, new: bytes) -> None:
    """A day that cannot be, a key that is missing, an envelope that is none."""
    assert answers_of(outcomes.drawn(), "maple-works")
    assert answers_of(changed(ANSWERS, old, new), "maple-works") is None
