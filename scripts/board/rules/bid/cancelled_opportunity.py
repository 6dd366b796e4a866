"""BID113 cancelled-opportunity."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID113",
    "cancelled-opportunity",
    en="The opportunity ended without an award, {ended}; it takes no bids.",
    fr="L’occasion a pris fin sans attribution, le {ended}, et n’accepte plus de soumissions.",
    fix_en="Nothing in the file can mend this. Bid on an opportunity that is still open.",
    fix_fr="Rien dans le fichier ne peut y remédier. Soumissionnez à une occasion encore ouverte.",
    # A bid that was there when the purchase ended stays a valid record of what happened.
    judges="changes",
)
def cancelled_opportunity(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Who bids on something that is over loses an evening; better to hear it at once."""
    if case.procurement.cancellation is not None:
        yield Violation("", {"ended": case.procurement.cancellation.decided_at})
