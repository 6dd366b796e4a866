"""OPP141 price-without-weight."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import DEMANDS


@rule(
    "OPP141",
    "price-without-weight",
    en="The method {method} needs the weight of the price, 1 to 99; here it is {weight}.",
    fr="La méthode {method} exige le poids du prix, de 1 à 99\u202f; ici, il est de {weight}.",
    fix_en="Write under `price` a weight, such as `weight: 30`; the criteria share the rest.",
    fix_fr="Inscrivez un poids sous `price`, comme `weight: 30`\u202f; les critères se partagent le reste.",
    judges="changes",
)
def price_without_weight(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Without a published weight, how much a better bid may cost would be decided once the prices are known."""
    opportunity = procurement.opportunity
    demands = DEMANDS.get(opportunity.selection_method) if opportunity else None
    if opportunity is None or demands is None or not demands.weight:
        return
    weight = opportunity.price_weight
    if not 1 <= weight <= 99:
        facts: dict[str, Fact] = {"method": Verbatim(opportunity.selection_method), "weight": weight}
        yield Violation("/price", facts)
