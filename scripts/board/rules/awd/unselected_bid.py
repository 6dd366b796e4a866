"""AWD112 unselected-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD112",
    "unselected-bid",
    en="The published method selects {selected}, not {bidder}.",
    fr="La méthode publiée choisit {selected}, et non {bidder}.",
    fix_en="Award the bid that the method selects: leave out `--bid`.",
    fix_fr="Attribuez le marché à la soumission que choisit la méthode\u00a0: omettez `--bid`.",
)
def unselected_bid(decision: Decision, _context: Context) -> Iterator[Violation]:
    """The method was published before anybody bid, and has no override."""
    bidder, selected = decision.award.bidder, decision.selected
    if selected and decision.passes and bidder not in selected:
        yield Violation("/bidder", {"selected": selected, "bidder": bidder})
