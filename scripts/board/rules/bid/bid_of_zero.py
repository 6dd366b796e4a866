"""BID103 bid-of-zero."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID103",
    "bid-of-zero",
    en="The price is {price}; work is not given away here.",
    fr="Le prix est de {price}\u202f; ici, on ne donne pas son travail.",
    fix_en="Write the price that you ask for the work, before tax.",
    fix_fr="Inscrivez le prix que vous demandez pour le travail, avant taxes.",
)
def bid_of_zero(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Free work forms no contract that binds both sides, and pushes out whoever has to live on it."""
    if case.bid.price == 0:
        yield Violation("/offer/price", {"price": case.bid.price})
