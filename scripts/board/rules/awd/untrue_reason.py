"""AWD133 untrue-reason."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Ending


@rule(
    "AWD133",
    "untrue-reason",
    en="The reason {reason} does not hold. Bids received: {received}; bids that pass: {passing}.",
    fr="La raison {reason} n’est pas exacte. Soumissions reçues\u00a0: {received}\u202f; soumissions "
    "conformes\u00a0: {passing}.",
    fix_en="Give the reason that holds, or award it.",
    fix_fr="Donnez la raison exacte, ou attribuez le marché.",
)
def untrue_reason(ending: Ending, _context: Context) -> Iterator[Violation]:
    """A bid that was received may not be made to vanish behind a word."""
    if ending.passes is None:
        return
    received, passing = len(ending.passes), sum(ending.passes.values())
    holds = {"no-bid": received == 0, "none-passes": received > 0 and passing == 0, "too-few-bids": received > 0}
    if not holds.get(ending.cancellation.reason, True):
        yield Violation("", {"reason": Verbatim(ending.cancellation.reason), "received": received, "passing": passing})
