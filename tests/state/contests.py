"""Contests of every method, invented: requests, bids, evaluations."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache

from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, board_files

from board.core.text import Bilingual
from board.jobs.reading import read
from board.model.bid import Bid
from board.model.evaluation import CriterionResult, Evaluation, Result
from board.model.opportunity import Item, Opportunity, opportunity
from board.model.reference import opportunity_path

NOON = datetime(2026, 9, 15, 12, tzinfo=UTC)
NOTHING = Bilingual("", "")


def request(method: str, tie_break: str = "draw", offered: int = 1, weight: int = 0) -> Opportunity:
    """A request with one mandatory criterion, and two rated ones of which the first weighs three times the second."""
    criteria = (
        Item("must", NOTHING, kind="mandatory"),
        Item("plan", NOTHING, kind="rated", weight=75),
        Item("team", NOTHING, kind="rated", weight=25),
    )
    return replace(
        _specimen(),
        selection_method=method,
        tie_break=tie_break,
        awards_offered=offered,
        price_weight=weight,
        evaluation_criteria=criteria,
    )


@cache
def _specimen() -> Opportunity:
    path = opportunity_path(REF)
    _, found = read(path, board_files()[path], "opportunity", opportunity, SCHEMAS)
    assert found
    return found


def bids(prices: Mapping[str, str]) -> dict[str, Bid]:
    """A bid for each login, at a price."""
    return {login: Bid(REF, login, "en", 0, Decimal(price), None) for login, price in prices.items()}


def evaluation(scores: Mapping[str, tuple[str, str]], failing: str = "") -> Evaluation:
    """Login to the scores on the two rated criteria; whose login is in *failing* fails the mandatory one."""
    return Evaluation(REF, "", (), tuple(_result(login, *both, login in failing) for login, both in scores.items()))


def _result(login: str, plan: str, team: str, fails: bool) -> Result:
    criteria = (
        CriterionResult("must", not fails, None, ""),
        CriterionResult("plan", None, Decimal(plan), ""),
        CriterionResult("team", None, Decimal(team), ""),
    )
    return Result(bidder=login, opened=True, result="fail" if fails else "pass", criteria=criteria)
