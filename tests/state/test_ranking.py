"""Rankings: the same in any order of input, and never a choice that nothing decides."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, board_files

from board.jobs.reading import read
from board.model.bid import Bid
from board.model.opportunity import Opportunity, opportunity
from board.model.reference import opportunity_path
from board.state.methods.contest import UnpricedError
from board.state.ranking import Placed, Ranking, rank, runnable

NOON = datetime(2026, 9, 15, 12, tzinfo=UTC)


@pytest.fixture
def request_for() -> Opportunity:
    """The request of the specimen."""
    path = opportunity_path(REF)
    _, found = read(path, board_files()[path], "opportunity", opportunity, SCHEMAS)
    assert found
    return found


def bids(**prices: str) -> dict[str, Bid]:
    """A bid for each login, at a price."""
    return {login: Bid(REF, login, "en", 0, Decimal(price), None) for login, price in prices.items()}


def ranked(
    on: Opportunity, prices: Mapping[str, str], failing: str = "", arrivals: Mapping[str, datetime] | None = None
) -> Ranking:
    """The ranking of these prices; whose login is in *failing* does not pass."""
    return rank(on, bids(**prices), {login: login not in failing for login in prices}, arrivals or {})


def test_the_lowest_price_that_passes_wins(request_for: Opportunity) -> None:
    """A lower price that does not pass is passed over."""
    found = ranked(request_for, {"a": "300.00", "b": "200.00", "c": "100.00"}, failing="c")

    assert found.selected == ("b",)
    assert found.order == (Placed(1, "b"), Placed(2, "a"))
    assert (found.received, found.passing) == (3, 2)


def test_who_is_not_said_to_pass_does_not(request_for: Opportunity) -> None:
    """A bid on which nothing was said is not counted."""
    assert rank(request_for, bids(a="1.00"), {}, {}).selected == ()


def test_any_order_of_input_gives_the_same(request_for: Opportunity) -> None:
    """Twenty-four orders of four bids, two of them tied, give one ranking, with arrivals and without."""
    prices = {"d": "200.00", "b": "100.00", "a": "100.00", "c": "300.00"}
    arrivals = {login: NOON + timedelta(seconds=number) for number, login in enumerate(prices)}
    for tie_break, told in (("draw", {}), ("earliest", arrivals)):
        on = replace(request_for, tie_break=tie_break, awards_offered=2)

        found = {ranked(on, dict(order), arrivals=told) for order in itertools.permutations(prices.items())}

        assert len(found) == 1


@pytest.mark.parametrize("tie_break", ["draw", "earliest"])
def test_a_tie_that_nothing_decides_selects_nobody(request_for: Opportunity, tie_break: str) -> None:
    """Without arrivals the earliest is not known, and where no draw was held nothing is drawn."""
    on = replace(request_for, tie_break=tie_break)

    found = ranked(on, {"b": "100.00", "a": "100.00", "c": "200.00"})

    assert found.selected == ()
    assert found.undecided == ("a", "b")
    assert found.order == (Placed(1, "a"), Placed(1, "b"), Placed(3, "c"))


def test_the_earliest_of_equals_wins(request_for: Opportunity) -> None:
    """Where the opportunity says so and every arrival is known."""
    on = replace(request_for, tie_break="earliest")
    arrivals = {"a": NOON, "b": NOON - timedelta(seconds=1), "c": NOON - timedelta(days=1)}

    found = ranked(on, {"a": "100.00", "b": "100.00", "c": "200.00"}, arrivals=arrivals)

    assert found.selected == ("b",)
    assert found.undecided == ()
    reason = found.reason("b")
    assert reason
    assert reason.tie_break == "earliest"


def test_arrival_never_beats_a_price(request_for: Opportunity) -> None:
    """Who came first at a higher price comes second, and nothing had to be decided."""
    on = replace(request_for, tie_break="earliest")

    found = ranked(on, {"a": "100.01", "b": "100.00"}, arrivals={"a": NOON, "b": NOON + timedelta(days=1)})

    assert found.selected == ("b",)
    assert found.reasons[0].tie_break == ""


@pytest.mark.parametrize("arrivals", [{"a": NOON}, {"a": NOON, "b": NOON}])
def test_one_arrival_unknown_or_the_same_decides_nothing(
    request_for: Opportunity, arrivals: Mapping[str, datetime]
) -> None:
    """An arrival on one side alone would favour whoever has a receipt."""
    on = replace(request_for, tie_break="earliest")

    assert ranked(on, {"a": "100.00", "b": "100.00"}, arrivals=arrivals).selected == ()


def test_a_tie_behind_the_line_is_of_no_concern(request_for: Opportunity) -> None:
    """The winner stands, whoever is second."""
    found = ranked(request_for, {"a": "100.00", "b": "200.00", "c": "200.00"})

    assert (found.selected, found.undecided) == (("a",), ())


def test_several_awards_take_the_first_places(request_for: Opportunity) -> None:
    """Two that are tied may both be selected; of two tied for the last place neither is."""
    on = replace(request_for, awards_offered=2)

    both = ranked(on, {"a": "100.00", "b": "100.00", "c": "200.00"})
    one = ranked(on, {"a": "100.00", "b": "200.00", "c": "200.00"})

    assert (both.selected, both.undecided) == (("a", "b"), ())
    assert (one.selected, one.undecided) == (("a",), ("b", "c"))


def test_only_the_selected_have_a_reason(request_for: Opportunity) -> None:
    """A reason is asked for by the award alone."""
    found = ranked(request_for, {"a": "100.00", "b": "200.00"})

    assert [reason.bidder for reason in found.reasons] == ["a"]
    assert found.reason("b") is None


def test_a_sealed_price_cannot_be_ranked(request_for: Opportunity) -> None:
    """To take a sealed price for none, or for zero, would be a choice."""
    sealed = {"a": Bid(REF, "a", "en", 0, None, None)}

    with pytest.raises(UnpricedError):
        rank(request_for, sealed, {"a": True}, {})


def test_a_method_of_a_later_program_is_not_guessed(request_for: Opportunity) -> None:
    """Only methods of the table are run."""
    later = replace(request_for, selection_method="by-lot-of-lots")

    assert not runnable(later)
    with pytest.raises(KeyError):
        rank(later, {}, {}, {})
