"""BID101 over-ceiling."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID101",
    "over-ceiling",
    en="The price, {price}, is over the ceiling of {ceiling} before tax.",
    fr="Le prix, {price}, dépasse le plafond de {ceiling} avant taxes.",
    fix_en="Write a price of at most {ceiling}.",
    fix_fr="Inscrivez un prix d’au plus {ceiling}.",
)
def over_ceiling(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A ceiling is a promise to every bidder: a price one cent over it would beat those who kept to it."""
    price, ceiling = case.bid.price, case.opportunity.price
    if case.opportunity.basis == "maximum" and price is not None and price > ceiling:
        yield Violation("/offer/price", {"price": price, "ceiling": ceiling})
