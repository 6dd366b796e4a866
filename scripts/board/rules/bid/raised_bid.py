"""BID131 raised-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.demands import DEMANDS


@rule(
    "BID131",
    "raised-bid",
    en="The price, {price}, is higher than {earlier}, which the same supplier offered before.",
    fr="Le prix, {price}, est plus élevé que {earlier}, que le même fournisseur a offert auparavant.",
    fix_en="In a reverse auction a price only falls: write {earlier}, or {earlier} less the step.",
    fix_fr="Dans une enchère inversée, un prix ne fait que baisser\u00a0: inscrivez {earlier}, ou {earlier} "
    "moins le pas.",
)
def raised_bid(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A low bid that is raised again would have driven off rivals who then win nothing."""
    demands, price = DEMANDS.get(case.opportunity.selection_method), case.bid.price
    earlier = case.earlier.price if case.earlier else None
    if demands is None or not demands.auction or price is None or earlier is None:
        return
    if price > earlier:
        yield Violation("/offer/price", {"price": price, "earlier": earlier})
