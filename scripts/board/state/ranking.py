"""Who wins, and why: a pure function of opportunity, bids, which of them pass, evaluation, draw and arrivals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from board.model.bid import Bid
from board.model.evaluation import CriterionResult, Evaluation, Result
from board.model.opportunity import Opportunity
from board.state.demands import DEMANDS
from board.state.methods import METHODS
from board.state.methods.contest import Contest, Scores, Standing
from board.state.ties import parts


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
        rating: By the rated criteria, 0 to 100; None where the method rates nothing.
        score: Rating and price together, 0 to 100; None where they are not put together.
        weight: Of the price in that score, in hundredths; 0 where it has none.
        drawn: Place in the order drawn, from 1; 0 where no draw was held.
    """

    method: str
    received: int
    passing: int
    offered: int
    place: int
    bidder: str
    price: Decimal | None
    tie_break: str
    rating: Fraction | None = None
    score: Fraction | None = None
    weight: int = 0
    drawn: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """What one bid came to, and what placed it.

    Attributes:
        bidder: Login.
        price: CAD, before tax; None where it is not known.
        passes: Whether it counts.
        place: From 1; 0 where it does not pass.
        criteria: What it came to on each criterion; empty where nothing was evaluated.
        findings: Names of the rules that refuse it, and ``set-aside`` or ``not-judged`` where it was.
        rating: As in `Reason`.
        score: As in `Reason`.
        drawn: As in `Reason`.
        arrived: Instant at which it was received; None where no clock saw it.
        tie_break: As in `Reason`.
        selected: Whether it is offered the award, or one of them.
        undecided: Whether it is tied for a place that only some can have.
    """

    bidder: str
    price: Decimal | None
    passes: bool
    place: int
    criteria: tuple[CriterionResult, ...]
    findings: tuple[str, ...]
    rating: Fraction | None
    score: Fraction | None
    drawn: int
    arrived: datetime | None
    tie_break: str
    selected: bool
    undecided: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The bids in order, and who is selected.

    Attributes:
        order: Those that pass, best first; in one place by login.
        selected: Logins, best first, at most as many as awards are offered; fewer where a tie stands in the way.
        undecided: Logins tied for a place that only some of them can have, by login; empty where none are.
        reasons: Of each login that is selected, in the same order.
        received: How many bids there are.
        explained: Every bid: those that pass in their order, then the others by login.
    """

    order: tuple[Placed, ...]
    selected: tuple[str, ...]
    undecided: tuple[str, ...]
    reasons: tuple[Reason, ...]
    received: int
    explained: tuple[Explained, ...] = ()

    @property
    def passing(self) -> int:
        """How many bids pass."""
        return len(self.order)

    def reason(self, bidder: str) -> Reason | None:
        """Why *bidder* is selected; None where that is not the case."""
        return next((reason for reason in self.reasons if reason.bidder == bidder), None)


def runnable(opportunity: Opportunity, *, evaluated: bool = False, opened: bool = False) -> bool:
    """Whether this program can run the method on what there is.

    Args:
        opportunity: The request.
        evaluated: Whether the results of an evaluation are there, without which nothing is rated.
        opened: Whether what was sealed is there in clear, through closing and openings.
    """
    demands = DEMANDS.get(opportunity.selection_method)
    if demands is None or opportunity.selection_method not in METHODS:
        return False
    return (evaluated or not demands.rated) and (opened or opportunity.bids == "public")


def requires_draw(
    opportunity: Opportunity,
    bids: Mapping[str, Bid],
    passes: Mapping[str, bool],
    arrivals: Mapping[str, datetime],
    evaluation: Evaluation | None = None,
) -> bool:
    """Whether nobody is selected without a draw: the method draws among several, or a tie is to be drawn.

    The arguments are those of `rank`.

    Raises:
        KeyError: This program does not have the method.
    """
    demands = DEMANDS[opportunity.selection_method]
    if demands.rated and evaluation is None:
        return False
    if not demands.draw and opportunity.tie_break != "draw":
        return False
    return bool(rank(opportunity, bids, passes, arrivals, evaluation).undecided)


def rank(
    opportunity: Opportunity,
    bids: Mapping[str, Bid],
    passes: Mapping[str, bool],
    arrivals: Mapping[str, datetime],
    evaluation: Evaluation | None = None,
    drawn: Sequence[str] = (),
) -> Ranking:
    """The ranking; the same on every machine and in any order of input.

    Args:
        opportunity: The request, whose method is one of `METHODS`.
        bids: Login to bid, of all of record; the price of a sealed one is the one that was opened.
        passes: Login to whether the bid counts by its form; a login that is not in it does not pass.
        arrivals: Login to the instant at which the bid of record was received; empty where no clock saw any.
        evaluation: Of these bids; None where nothing was evaluated. A bid of which it has no result does not pass.
        drawn: Every login of record in the order drawn; empty where no draw was held.

    Raises:
        KeyError: This program does not have the method.
        UnpricedError: A price is needed that is not in clear.
        UnscoredError: The evaluation lacks a score.
    """
    results = {row.bidder: row for row in evaluation.results} if evaluation else {}
    counts = {
        login for login in bids if passes.get(login, False) and (evaluation is None or _passed(results.get(login)))
    }
    contenders = {login: bids[login] for login in sorted(counts)}
    contest = Contest(opportunity, contenders, _scores(evaluation, contenders), tuple(drawn), arrivals)
    standings = METHODS[opportunity.selection_method](contest)
    decided = list(parts(contest, standings))
    order = tuple(_placed(part for _, part in decided))
    selected, undecided = _cut([part for _, part in decided], opportunity.awards_offered)
    if standings is None:
        selected, undecided = (), tuple(contenders)
    broken = {login for tied, part in decided if tied for login in part}
    place = {placed.bidder: placed.place for placed in order}
    nowhere = Standing(Fraction(0))
    turns = {login: number for number, login in enumerate(drawn, 1)}

    def explained(login: str) -> Explained:
        result, standing = results.get(login), (standings or {}).get(login, nowhere)
        return Explained(
            bidder=login,
            price=bids[login].price,
            passes=login in counts,
            place=place.get(login, 0),
            criteria=result.criteria if result else (),
            findings=_against(result),
            rating=standing.rating,
            score=standing.score,
            drawn=turns.get(login, 0),
            arrived=arrivals.get(login),
            tie_break=opportunity.tie_break if login in broken else "",
            selected=login in selected,
            undecided=login in undecided,
        )

    rows = [explained(login) for login in (*place, *sorted(bids.keys() - counts))]
    reasons = tuple(_reason(opportunity, row, len(bids), len(counts)) for row in rows if row.selected)
    return Ranking(order, selected, undecided, reasons, len(bids), tuple(rows))


def _reason(opportunity: Opportunity, row: Explained, received: int, passing: int) -> Reason:
    return Reason(
        method=opportunity.selection_method,
        received=received,
        passing=passing,
        offered=opportunity.awards_offered,
        place=row.place,
        bidder=row.bidder,
        price=row.price,
        tie_break=row.tie_break,
        rating=row.rating,
        score=row.score,
        weight=opportunity.price_weight if row.score is not None else 0,
        drawn=row.drawn,
    )


def _passed(result: Result | None) -> bool:
    return result is not None and result.passes


def _against(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return ()
    return (*result.findings, *((result.result,) if result.result in ("set-aside", "not-judged") else ()))


def _scores(evaluation: Evaluation | None, contenders: Mapping[str, Bid]) -> Scores | None:
    if evaluation is None:
        return None
    return {
        row.bidder: {one.id: one.score for one in row.criteria if one.score is not None}
        for row in evaluation.results
        if row.bidder in contenders
    }


def _placed(groups: Iterator[frozenset[str]]) -> Iterator[Placed]:
    place = 1
    for part in groups:
        for login in sorted(part):
            yield Placed(place, login)
        place += len(part)


def _cut(groups: Sequence[frozenset[str]], offered: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who are surely among the first, and those tied where the line falls."""
    selected: list[str] = []
    for part in groups:
        if len(selected) + len(part) > offered:
            undecided = sorted(part) if len(selected) < offered else []
            return tuple(selected), tuple(undecided)
        selected += sorted(part)
    return tuple(selected), ()
