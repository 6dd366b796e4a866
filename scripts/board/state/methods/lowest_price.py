"""The lowest price before tax among the bids that pass."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby

from board.model.bid import Bid
from board.model.opportunity import Opportunity


def lowest_price(_opportunity: Opportunity, bids: Mapping[str, Bid]) -> tuple[frozenset[str], ...]:
    """Groups of logins by price, the lowest first.

    Raises:
        UnpricedError: The price of a bid is not in clear.
    """
    prices = {login: _price(login, bid) for login, bid in bids.items()}
    ordered = sorted(prices, key=lambda login: (prices[login], login))
    return tuple(frozenset(group) for _, group in groupby(ordered, key=prices.__getitem__))


class UnpricedError(ValueError):
    """A bid was to be ranked by its price, and its price is not in clear.

    Attributes:
        bidder: Login.
    """

    def __init__(self, bidder: str) -> None:
        super().__init__(f"the bid of {bidder} names no price")
        self.bidder = bidder


def _price(login: str, bid: Bid) -> Decimal:
    if bid.price is None:
        raise UnpricedError(login)
    return bid.price
