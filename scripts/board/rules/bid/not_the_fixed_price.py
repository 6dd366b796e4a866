"""BID102 not-the-fixed-price."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID102",
    "not-the-fixed-price",
    en="The price, {price}, is not the fixed price of {fixed} before tax.",
    fr="Le prix, {price}, n’est pas le prix fixe de {fixed} avant taxes.",
    fix_en="Write {fixed}: every bidder bids the same price here.",
    fix_fr="Inscrivez {fixed}\u00a0: ici, le prix est le même pour toutes les soumissions.",
)
def not_the_fixed_price(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Where the price is fixed it decides nothing, so another one is a slip and no offer."""
    price, fixed = case.bid.price, case.opportunity.price
    if case.opportunity.basis == "fixed" and price is not None and price != fixed:
        yield Violation("/offer/price", {"price": price, "fixed": fixed})
