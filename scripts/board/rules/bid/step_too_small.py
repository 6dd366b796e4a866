"""BID132 step-too-small."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.demands import DEMANDS


@rule(
    "BID132",
    "step-too-small",
    en="The price, {price}, is lower than {earlier} by less than the step of {step}.",
    fr="Le prix, {price}, est inférieur à {earlier} de moins que le pas, {step}.",
    fix_en="Write a price of at most {most}, or leave it at {earlier}.",
    fix_fr="Inscrivez un prix d’au plus {most}, ou laissez-le à {earlier}.",
)
def step_too_small(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Lowered by a cent at a time, an auction is won by whoever is awake last."""
    demands, price = DEMANDS.get(case.opportunity.selection_method), case.bid.price
    earlier = case.earlier.price if case.earlier else None
    if demands is None or not demands.auction or price is None or earlier is None:
        return
    step = case.opportunity.price_step
    if step and earlier - step < price < earlier:
        yield Violation("/offer/price", {"price": price, "earlier": earlier, "step": step, "most": earlier - step})
