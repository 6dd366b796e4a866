"""AWD110 no-passing-bid."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection


@rule(
    "AWD110",
    "no-passing-bid",
    en="Bids received: {received}; none of them passes the check.",
    fr="Soumissions reçues\u00a0: {received}\u202f; aucune n’est conforme.",
    fix_en="End the procurement: {command}.",
    fix_fr="Mettez fin à l’achat\u00a0: {command}.",
)
def no_passing_bid(selection: Selection, _context: Context) -> Iterator[Violation]:
    """An award without a bid that passes would be a contract that nobody offered."""
    if selection.passing == 0:
        received = len(selection.procurement.bids)
        reason = "none-passes" if received else "no-bid"
        command = f"board cancel {selection.procurement.ref} --reason {reason}"
        yield Violation("", {"received": received, "command": Verbatim(command)})
