"""OPP142 auction-without-step."""

from collections.abc import Iterator
from decimal import Decimal

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import DEMANDS


@rule(
    "OPP142",
    "auction-without-step",
    en="A reverse auction needs bids that are public and a step; here bids are {bids}, and the step is {step}.",
    fr="Une enchère inversée exige des soumissions publiques et un pas\u202f; ici, les soumissions sont "
    "{bids}, et le pas est de {step}.",
    fix_en='Write bids: "public", and under `price` a step, such as step: "50.00".',
    fix_fr='Inscrivez bids: "public", et sous `price` un pas, comme step: "50.00".',
    judges="changes",
)
def auction_without_step(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Rivals lower their bids by what they see of others; without a step the last cent would win."""
    opportunity = procurement.opportunity
    demands = DEMANDS.get(opportunity.selection_method) if opportunity else None
    if opportunity is None or demands is None or not demands.auction:
        return
    step = opportunity.price_step or Decimal("0.00")
    if opportunity.bids != "public" or not step:
        facts: dict[str, Fact] = {"bids": Verbatim(opportunity.bids), "step": step}
        yield Violation("/bids" if opportunity.bids != "public" else "/price", facts)
