"""What a selection method is given, and what it gives: the interface that all of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from board.model.bid import Bid
from board.model.opportunity import Opportunity

# Login to the score of each rated criterion, 0 to 100, by the id of the criterion.
Scores: TypeAlias = Mapping[str, Mapping[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Contest:
    """Everything that a method may look at.

    Attributes:
        opportunity: The request.
        bids: Login to bid, of those that pass.
        scores: Of the same; None where nothing was evaluated.
        drawn: Every login of record in the order drawn; empty where no draw was held.
        arrivals: Login to the instant at which the bid of record was received; empty where no clock saw any.
    """

    opportunity: Opportunity
    bids: Mapping[str, Bid]
    scores: Scores | None = None
    drawn: tuple[str, ...] = ()
    arrivals: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one bid stands.

    Attributes:
        merit: The smaller, the better; equal for bids between which the method sees no difference.
        rating: By the rated criteria, 0 to 100; None where the method rates nothing.
        score: Rating and price together, 0 to 100; None where they are not put together.
    """

    merit: Fraction
    rating: Fraction | None = None
    score: Fraction | None = None


# From a contest to the standing of every bid in it; None where what the method rests on is not there yet, so that
# nothing may be said of any bid, and no tie-break may stand in for the method.
Method: TypeAlias = Callable[[Contest], Mapping[str, Standing] | None]


class UnpricedError(ValueError):
    """A bid was to be ranked by its price, and its price is not in clear, or is nothing.

    Attributes:
        bidder: Login.
    """

    def __init__(self, bidder: str) -> None:
        super().__init__(f"the bid of {bidder} names no price")
        self.bidder = bidder


class UnscoredError(ValueError):
    """A bid was to be ranked by its rating, and the evaluation has no score of it on a rated criterion.

    Attributes:
        bidder: Login.
        criterion: Id.
    """

    def __init__(self, bidder: str, criterion: str) -> None:
        super().__init__(f"the evaluation has no score of {bidder} on {criterion}")
        self.bidder = bidder
        self.criterion = criterion


def price_of(login: str, bid: Bid) -> Fraction:
    """CAD before tax, exactly.

    Raises:
        UnpricedError: The price is not in clear, or nothing.
    """
    if not bid.price:
        raise UnpricedError(login)
    return Fraction(bid.price)


def rating_of(opportunity: Opportunity, login: str, scores: Mapping[str, Decimal]) -> Fraction:
    """0 to 100, exactly: the scores of the rated criteria by their weights, of which the sum is 100.

    Raises:
        UnscoredError: A rated criterion has no score.
    """
    rating = Fraction(0)
    for criterion in opportunity.evaluation_criteria:
        if criterion.kind == "rated":
            if criterion.id not in scores:
                raise UnscoredError(login, criterion.id)
            rating += criterion.weight * Fraction(scores[criterion.id]) / 100
    return rating
