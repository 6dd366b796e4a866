"""AWD118 price-to-confirm."""

from collections.abc import Iterator

from board.core.fact import Percent
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD118",
    "price-to-confirm",
    en="The price, {price}, is under {share} of the ceiling of {ceiling}.",
    fr="Le prix, {price}, est inférieur à {share} du plafond de {ceiling}.",
    fix_en="Have the supplier confirm the price before anybody relies on the award.",
    fix_fr="Faites confirmer le prix par le fournisseur avant que quiconque se fie à l’attribution.",
    severity="warning",
)
def price_to_confirm(decision: Decision, context: Context) -> Iterator[Violation]:
    """A slip of one digit would bind its author to work that the price does not pay."""
    price, ceiling, share = decision.award.value.price, decision.opportunity.price, context.policy.low_price_share
    if decision.opportunity.basis == "maximum" and price < ceiling * share:
        yield Violation("/value/price", {"price": price, "share": Percent(share * 100), "ceiling": ceiling})
