"""AWD111 failing-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD111",
    "failing-bid",
    en="The bid of {bidder} does not pass the check.",
    fr="La soumission de {bidder} n’est pas conforme.",
    fix_en="Award the bid that the published method selects: leave out `--bid`.",
    fix_fr="Attribuez le marché à la soumission que choisit la méthode publiée\u00a0: omettez `--bid`.",
)
def failing_bid(decision: Decision, _context: Context) -> Iterator[Violation]:
    """What the check refuses is no offer of what was asked for, and a contract is made of an offer."""
    if not decision.passes:
        yield Violation("/bidder", {"bidder": decision.award.bidder})
