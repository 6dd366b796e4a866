"""The six methods: who wins, what is exact, and what is not decided by anything that was not published."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from tests.state.contests import NOON, bids, evaluation, request

from board.model.evaluation import Evaluation
from board.model.opportunity import Opportunity
from board.state.demands import DEMANDS
from board.state.methods import METHODS
from board.state.methods.contest import UnpricedError, UnscoredError
from board.state.ranking import Placed, Ranking, rank, requires_draw, runnable


def ranked(
    on: Opportunity,
    prices: Mapping[str, str],
    results: Evaluation | None = None,
    drawn: Sequence[str] = (),
    arrivals: Mapping[str, datetime] | None = None,
) -> Ranking:
    """The ranking of these prices, all of which pass by their form."""
    return rank(on, bids(prices), dict.fromkeys(prices, True), arrivals or {}, results, drawn)


SAME = {"a": "8000.00", "b": "8000.00", "c": "8000.00"}


def test_every_method_says_what_it_asks() -> None:
    """The two tables name the same methods."""
    assert METHODS.keys() == DEMANDS.keys()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_run_where_what_it_needs_is_there(method: str) -> None:
    """Sealed bids once they are open, ratings once there is an evaluation."""
    on = request(method)

    assert runnable(on, evaluated=True)
    assert runnable(replace(on, bids="sealed"), evaluated=True, opened=True)
    assert not runnable(replace(on, bids="sealed"), evaluated=True)
    assert runnable(on) == (not DEMANDS[method].rated)


def test_the_first_drawn_that_passes_wins() -> None:
    """Whoever is drawn first and fails is passed over, and the next is the runner-up."""
    scores = dict.fromkeys("abc", ("0", "0"))

    found = ranked(request("fixed-price-draw"), SAME, evaluation(scores, failing="b"), drawn=("b", "c", "a"))

    assert found.order == (Placed(1, "c"), Placed(2, "a"))
    assert found.selected == ("c",)
    assert found.reasons[0].drawn == 2
    assert [(row.bidder, row.place, row.drawn) for row in found.explained] == [("c", 1, 2), ("a", 2, 3), ("b", 0, 1)]


@pytest.mark.parametrize("drawn", [(), ("a", "b")])
@pytest.mark.parametrize("tie_break", ["draw", "earliest"])
def test_without_the_whole_order_nobody_is_selected(tie_break: str, drawn: tuple[str, ...]) -> None:
    """Nor does arrival stand in for the draw that was promised."""
    arrivals = {login: NOON + timedelta(seconds=n) for n, login in enumerate(SAME)}

    found = ranked(request("fixed-price-draw", tie_break, offered=5), SAME, drawn=drawn, arrivals=arrivals)

    assert (found.selected, found.undecided) == ((), ("a", "b", "c"))


def test_one_alone_is_not_drawn() -> None:
    """A list of one has one order."""
    found = ranked(request("fixed-price-draw"), {"a": "8000.00"})

    assert found.selected == ("a",)
    assert not requires_draw(request("fixed-price-draw"), bids({"a": "8000.00"}), {"a": True}, {})


def test_the_highest_rating_wins_exactly() -> None:
    """Three quarters of 80.01 and a quarter of 79.97 are more than 80, by no float."""
    scores = {"a": ("80.00", "80.00"), "b": ("80.01", "79.98"), "c": ("80.01", "79.96")}

    found = ranked(request("fixed-price-rated"), SAME, evaluation(scores))

    assert [row.bidder for row in found.explained] == ["b", "a", "c"]
    assert found.reasons[0].rating == Fraction("80.0025")
    assert found.explained[2].rating == Fraction("79.9975")


def test_a_failed_mandatory_criterion_beats_any_rating() -> None:
    """Whoever fails is not rated against the others."""
    scores = {"a": ("50", "50"), "b": ("100", "100")}

    found = ranked(request("fixed-price-rated"), {"a": "1.00", "b": "1.00"}, evaluation(scores, failing="b"))

    assert found.selected == ("a",)
    assert [(row.bidder, row.passes, row.place) for row in found.explained] == [("a", True, 1), ("b", False, 0)]
    assert found.explained[1].criteria[0].passed is False


def test_rating_and_price_by_their_weights() -> None:
    """At 30 for the price, 90 at $4,000 and 80 at $3,000 are 85.5 and 86: a third of a cent would be seen."""
    on = request("rated", weight=30)
    scores = {"a": ("90", "90"), "b": ("80", "80")}

    found = ranked(on, {"a": "4000.00", "b": "3000.00"}, evaluation(scores))

    assert [(row.bidder, row.rating, row.score) for row in found.explained] == [
        ("b", Fraction(80), Fraction(86)),
        ("a", Fraction(90), Fraction("85.5")),
    ]
    assert found.reasons[0].weight == 30


def test_the_lowest_price_is_that_of_those_who_pass() -> None:
    """A price that fails does not push anybody's points down."""
    on = request("rated", weight=50)
    scores = {"a": ("80", "80"), "b": ("80", "80")}

    found = ranked(on, {"a": "2000.00", "b": "1.00"}, evaluation(scores, failing="b"))

    assert found.explained[0].score == 90


@pytest.mark.parametrize("method", ["rated", "fixed-price-rated"])
def test_nothing_is_rated_without_an_evaluation(method: str) -> None:
    """Not even one bid alone, and no draw is asked for that would stand in for it."""
    on = request(method, weight=30)

    found = ranked(on, {"a": "100.00"})

    assert (found.selected, found.undecided) == ((), ("a",))
    assert not requires_draw(on, bids({"a": "1.00", "b": "1.00"}), {"a": True, "b": True}, {})


def test_a_score_that_is_missing_is_no_zero() -> None:
    """An evaluation of which a score is lost decides nothing."""
    whole = evaluation({"a": ("80", "80")})
    result = whole.results[0]
    without = replace(whole, results=(replace(result, criteria=result.criteria[:2]),))

    with pytest.raises(UnscoredError) as told:
        ranked(request("fixed-price-rated"), {"a": "1.00"}, without)

    assert (told.value.bidder, told.value.criterion) == ("a", "team")


@pytest.mark.parametrize("method", ["lowest-price", "reverse-auction", "rated"])
def test_a_price_of_nothing_ranks_nobody(method: str) -> None:
    """It is refused when it is bid; should it get here, nothing is divided by it."""
    with pytest.raises(UnpricedError):
        ranked(request(method, weight=10), {"a": "0.00"}, evaluation({"a": ("1", "1")}))


def test_the_earliest_work_that_passes_wins() -> None:
    """A later one is looked at only if earlier ones fail."""
    arrivals = {"a": NOON, "b": NOON - timedelta(hours=2), "c": NOON - timedelta(hours=1)}
    results = evaluation(dict.fromkeys("abc", ("0", "0")), failing="b")

    found = ranked(request("first-compliant"), SAME, results, arrivals=arrivals)

    assert [row.bidder for row in found.explained] == ["c", "a", "b"]


def test_work_without_a_known_arrival_is_neither_first_nor_last() -> None:
    """Nor does a draw stand in for the arrival."""
    found = ranked(request("first-compliant"), SAME, drawn=("a", "b", "c"), arrivals={"a": NOON, "b": NOON})

    assert (found.selected, found.undecided) == ((), ("a", "b", "c"))


def test_within_one_second_a_draw_decides() -> None:
    """Receipts count seconds."""
    arrivals = dict.fromkeys(SAME, NOON)

    found = ranked(request("first-compliant"), SAME, drawn=("c", "a", "b"), arrivals=arrivals)

    assert found.selected == ("c",)
    assert found.reasons[0].tie_break == "draw"


def test_an_auction_goes_to_the_lowest_price() -> None:
    """As at closing."""
    assert ranked(request("reverse-auction"), {"a": "90.00", "b": "89.00"}).selected == ("b",)


def test_a_tie_is_broken_by_the_draw_alone_where_it_was_promised() -> None:
    """Arrival says nothing then; and a lower price is no tie."""
    prices = {"a": "100.00", "b": "100.00", "c": "99.99", "d": "100.00"}
    arrivals = {login: NOON + timedelta(seconds=n) for n, login in enumerate(prices)}
    on = request("lowest-price", offered=2)

    open_, closed = ranked(on, prices, arrivals=arrivals), ranked(on, prices, drawn=("d", "c", "b", "a"))

    assert (open_.selected, open_.undecided) == (("c",), ("a", "b", "d"))
    assert closed.selected == ("c", "d")
    assert [reason.tie_break for reason in closed.reasons] == ["", "draw"]
    assert requires_draw(on, bids(prices), dict.fromkeys(prices, True), arrivals)
    assert not requires_draw(replace(on, awards_offered=1), bids(prices), dict.fromkeys(prices, True), arrivals)
    assert not requires_draw(replace(on, tie_break="earliest"), bids(prices), dict.fromkeys(prices, True), {})


def test_what_has_no_result_does_not_pass() -> None:
    """A bid that the evaluation forgot is no winner."""
    found = ranked(request("lowest-price"), {"a": "1.00", "b": "2.00"}, evaluation({"b": ("1", "1")}))

    assert found.selected == ("b",)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("tie_break", ["draw", "earliest"])
def test_any_order_of_input_gives_the_same(method: str, tie_break: str) -> None:
    """Fifty invented contests, full of ties, each shuffled: one ranking, every bid explained once, nobody twice."""
    chance = random.Random(f"{method} {tie_break}")  # noqa: S311 - the same contests in every run
    for _ in range(50):
        logins = [f"s{n}" for n in range(chance.randint(1, 9))]
        prices = {login: f"{chance.randint(1, 4)}00.00" for login in logins}
        scores = {login: (str(chance.choice((60, 70, 70))), "80") for login in logins}
        failing = " ".join(chance.sample(logins, chance.randint(0, len(logins) // 2)))
        arrivals = {login: NOON + timedelta(seconds=chance.randint(0, 4)) for login in logins}
        drawn = chance.sample(logins, len(logins))
        on = request(method, tie_break, chance.randint(1, 3), weight=30)

        def once(order: list[str]) -> Ranking:
            return ranked(
                on,  # noqa: B023 - called in this round alone
                {login: prices[login] for login in order},  # noqa: B023
                evaluation({login: scores[login] for login in reversed(order)}, failing),  # noqa: B023
                drawn,  # noqa: B023
                {login: arrivals[login] for login in order},  # noqa: B023
            )

        first = once(logins)
        assert all(once(chance.sample(logins, len(logins))) == first for _ in range(3))
        assert sorted(row.bidder for row in first.explained) == logins
        assert len(set(first.selected)) == len(first.selected) <= on.awards_offered
        assert not set(first.selected) & set(first.undecided)
        places = [placed.place for placed in first.order]
        assert places == sorted(places)
        assert first.order[0].place == 1 if first.order else not first.selected
