"""BID121 low-price."""

from collections.abc import Iterator

from board.core.fact import Percent
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID121",
    "low-price",
    en="The price, {price}, is under {share} of the ceiling of {ceiling}.",
    fr="Le prix, {price}, est inférieur à {share} du plafond de {ceiling}.",
    fix_en="Look whether a digit is missing. If the price is right, be ready to confirm it before the award.",
    fix_fr="Vérifiez s’il manque un chiffre. Si le prix est juste, attendez-vous à devoir le confirmer "
    "avant l’attribution.",
    severity="warning",
)
def low_price(case: BidCase, context: Context) -> Iterator[Violation]:
    """A slip of one digit would bind its author to work that the price does not pay."""
    price, ceiling, share = case.bid.price, case.opportunity.price, context.policy.low_price_share
    if case.opportunity.basis == "maximum" and price is not None and 0 < price < ceiling * share:
        yield Violation("/offer/price", {"price": price, "share": Percent(share * 100), "ceiling": ceiling})
