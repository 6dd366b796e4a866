"""OPP130 price-of-zero."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP130",
    "price-of-zero",
    en="The price is {price}.",
    fr="Le prix est de {price}.",
    fix_en="Write what the work is worth, before tax.",
    fix_fr="Inscrivez ce que vaut le travail, avant taxes.",
)
def price_of_zero(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Work that is not paid is no purchase; every bid would be over the ceiling."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if opportunity.price == 0:
        yield Violation("/price/amount", {"price": opportunity.price})
