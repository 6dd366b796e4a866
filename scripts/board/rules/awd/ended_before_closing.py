"""AWD132 ended-before-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.award import UNSUCCESSFUL
from board.model.context import Context, inclusive
from board.model.decision import Ending


@rule(
    "AWD132",
    "ended-before-closing",
    en="Whether {reason} holds is known only after the closing, {closing}.",
    fr="On ne sait si {reason} est exact qu’après la clôture, le {closing}.",
    fix_en="End it after the closing, or cancel it for another reason.",
    fix_fr="Mettez-y fin après la clôture, ou annulez-le pour une autre raison.",
)
def ended_before_closing(ending: Ending, _context: Context) -> Iterator[Violation]:
    """Until the closing a bid may still come."""
    cancellation, closing = ending.cancellation, ending.opportunity.closes_at
    if cancellation.reason in UNSUCCESSFUL and cancellation.decided_at < inclusive(closing):
        yield Violation("/closes_at", {"reason": Verbatim(cancellation.reason), "closing": closing})
