"""Rankings as lines, where they say something else than who is first."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.state.contests import bids, evaluation, request

from board.core.text import Language
from board.model.evaluation import Evaluation, Result
from board.render.standings import ranking_lines, ranking_member
from board.state.ranking import Ranking, rank

ZONE = ZoneInfo("America/Toronto")


def ranked(method: str, prices: dict[str, str], results: Evaluation | None = None) -> Ranking:
    """The ranking of these prices."""
    return rank(request(method, weight=30), bids(prices), dict.fromkeys(prices, True), {}, results)


def told(ranking: Ranking, language: Language, *, draw: bool = False) -> list[str]:
    """The lines, of a closing."""
    return list(ranking_lines("a/2026/b", ranking, language, ZONE, draw=draw, closed=True))


def test_ratings_and_scores_stand_beside_the_bid() -> None:
    """What was passed, failed and scored, by criterion."""
    found = ranked(
        "rated", {"a": "100.00", "b": "50.00"}, evaluation({"a": ("80", "60"), "b": ("1", "1")}, failing="b")
    )

    assert told(found, "en")[:2] == [
        "1. a: $100.00 before tax; result 82.50 of 100; rating 75.00 of 100; passes must; plan 80.00; team 60.00",
        "–  b: does not pass; $50.00 before tax; fails must; plan 1.00; team 1.00",
    ]
    assert told(found, "fr")[1] == (
        "–  b\u00a0: non conforme\u202f; 50,00\u00a0$ avant taxes\u202f; ne satisfait pas à must\u202f; plan "
        "1,00\u202f; team 1,00"
    )
    assert ranking_member(found, draw=False, closed=True)["selected"] == ["a"]


def test_work_that_nobody_judged_is_not_said_to_fail() -> None:
    """Behind work that passes the later one is not judged, and says so."""
    results = evaluation({"a": ("80", "60"), "b": ("1", "1")})
    unjudged = replace(
        results, results=(results.results[0], Result("b", opened=True, result="not-judged", criteria=()))
    )
    arrivals = {"a": datetime(2026, 9, 12, tzinfo=UTC), "b": datetime(2026, 9, 13, tzinfo=UTC)}
    both = bids({"a": "100.00", "b": "100.00"})
    found = rank(request("first-compliant"), both, {"a": True, "b": True}, arrivals, unjudged)

    arrived = "arrived September 12, 2026, 8:00\u00a0p.m. EDT"
    assert told(found, "en")[1] == (f"–  b: not judged, since earlier work passes; $100.00 before tax; {arrived}")
    assert "non jugée, un travail antérieur étant conforme" in told(found, "fr")[1]
    assert (found.selected, found.passing) == (("a",), 1)


@pytest.mark.parametrize(
    ("prices", "draw", "en", "fr"),
    [
        (
            {"a": "1.00", "b": "1.00"},
            False,
            "Nothing on the record decides between a and b.",
            "Rien au registre ne départage a et b.",
        ),
        (
            {"a": "1.00", "b": "1.00"},
            True,
            "Nobody is selected before the draw: board draw a/2026/b",
            "Personne n’est choisi avant le tirage au sort\u00a0: board draw a/2026/b",
        ),
        ({}, False, "There is no bid.", "Il n’y a aucune soumission."),
    ],
)
def test_says_why_nobody_is_selected(prices: dict[str, str], draw: bool, en: str, fr: str) -> None:
    """A tie, a draw to come, no bid."""
    found = ranked("lowest-price", prices)

    assert (told(found, "en", draw=draw)[-1], told(found, "fr", draw=draw)[-1]) == (en, fr)


def test_says_that_no_bid_passes() -> None:
    """And that what lies here is no closing."""
    found = rank(request("lowest-price"), bids({"a": "1.00"}), {}, {})

    assert list(ranking_lines("a/2026/b", found, "en", ZONE, draw=False, closed=False)) == [
        "This rests on the bids that lie here, and on no closing.",
        "–  a: does not pass; $1.00 before tax",
        "No bid passes.",
    ]
