"""OPP129 sealed-bids-not-offered."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP129",
    "sealed-bids-not-offered",
    en="This version of the program cannot open sealed bids yet.",
    fr="Cette version du programme ne peut pas encore ouvrir de soumissions cachetées.",
    fix_en='Write bids: "public", or wait for a version that opens them before you award.',
    fix_fr='Inscrivez bids: "public", ou attendez, avant l’attribution, une version qui les ouvre.',
    severity="warning",
)
def sealed_bids_not_offered(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Who posts should know before anybody bids that nobody could read the bids."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if opportunity.bids == "sealed":
        yield Violation("/bids")
