"""Who wins, and why: a pure function of opportunity, bids, which of them pass, and arrivals."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.model.bid import Bid
from board.model.opportunity import Opportunity
from board.state.methods import METHODS


@dataclass(frozen=True, slots=True)
class Placed:
    """One bid that passes, in its place.

    Attributes:
        place: Counts from 1; those between which nothing decides share one.
        bidder: Login.
    """

    place: int
    bidder: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bid is selected: what the sentence of `award.yml` is made of.

    Attributes:
        method: Name of the selection method.
        received: How many bids there are.
        passing: How many of them pass.
        offered: How many awards the opportunity offers.
        place: Of this bid, from 1.
        bidder: Login.
        price: CAD, before tax.
        tie_break: What decided between bids of equal merit; empty where nothing had to.
    """

    method: str
    received: int
    passing: int
    offered: int
    place: int
    bidder: str
    price: Decimal | None
    tie_break: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The bids in order, and who is selected.

    Attributes:
        order: Those that pass, best first; in one place by login.
        selected: Logins, best first, at most as many as awards are offered; fewer where a tie stands in the way.
        undecided: Logins tied for a place that only some of them can have, by login; empty where none are.
        reasons: Of each login that is selected, in the same order.
        received: How many bids there are.
    """

    order: tuple[Placed, ...]
    selected: tuple[str, ...]
    undecided: tuple[str, ...]
    reasons: tuple[Reason, ...]
    received: int

    @property
    def passing(self) -> int:
        """How many bids pass."""
        return len(self.order)

    def reason(self, bidder: str) -> Reason | None:
        """Why *bidder* is selected; None where that is not the case."""
        return next((reason for reason in self.reasons if reason.bidder == bidder), None)


def runnable(opportunity: Opportunity) -> bool:
    """Whether this program has the method, and the bids are in clear."""
    return opportunity.selection_method in METHODS and opportunity.bids == "public"


def rank(
    opportunity: Opportunity,
    bids: Mapping[str, Bid],
    passes: Mapping[str, bool],
    arrivals: Mapping[str, datetime],
) -> Ranking:
    """The ranking; the same on every machine and in any order of input.

    Args:
        opportunity: The request, whose method is one of `METHODS`.
        bids: Login to bid, of all that were received.
        passes: Login to whether the bid counts; a login that is not in it does not pass.
        arrivals: Login to the instant at which the bid of record was received; empty where no clock saw any.

    Raises:
        KeyError: This program does not have the method.
    """
    contenders = {login: bid for login, bid in bids.items() if passes.get(login, False)}
    groups = METHODS[opportunity.selection_method](opportunity, contenders)
    break_tie = _TIE_BREAKS.get(opportunity.tie_break, _left_tied)
    decided = [(tied, part) for group in groups for tied, part in break_tie(group, arrivals)]
    order = tuple(_placed(part for _, part in decided))
    selected, undecided = _cut([part for _, part in decided], opportunity.awards_offered)
    broken = {login for tied, part in decided if tied for login in part}
    place = {placed.bidder: placed.place for placed in order}
    reasons = tuple(
        Reason(
            method=opportunity.selection_method,
            received=len(bids),
            passing=len(contenders),
            offered=opportunity.awards_offered,
            place=place[login],
            bidder=login,
            price=contenders[login].price,
            tie_break=opportunity.tie_break if login in broken else "",
        )
        for login in selected
    )
    return Ranking(order, selected, undecided, reasons, len(bids))


# Parts of one group, best first, each with whether the tie-break made it.
Parts = Iterator[tuple[bool, frozenset[str]]]


def _left_tied(group: frozenset[str], _arrivals: Mapping[str, datetime]) -> Parts:
    yield False, group


def _earliest(group: frozenset[str], arrivals: Mapping[str, datetime]) -> Parts:
    """By arrival; where one of them has none, nothing can be said of any."""
    if len(group) == 1 or not group <= arrivals.keys():
        yield False, group
        return
    for instant in sorted({arrivals[login] for login in group}):
        yield True, frozenset(login for login in group if arrivals[login] == instant)


_TIE_BREAKS: Mapping[str, Callable[[frozenset[str], Mapping[str, datetime]], Parts]] = {"earliest": _earliest}


def _placed(parts: Iterator[frozenset[str]]) -> Iterator[Placed]:
    place = 1
    for part in parts:
        for login in sorted(part):
            yield Placed(place, login)
        place += len(part)


def _cut(parts: list[frozenset[str]], offered: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who are surely among the first, and those tied where the line falls."""
    selected: list[str] = []
    for part in parts:
        if len(selected) + len(part) > offered:
            undecided = sorted(part) if len(selected) < offered else []
            return tuple(selected), tuple(undecided)
        selected += sorted(part)
    return tuple(selected), ()
