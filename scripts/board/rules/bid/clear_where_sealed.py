"""BID116 clear-where-sealed."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID116",
    "clear-where-sealed",
    en="This opportunity takes sealed bids, and {groups} can be read by everybody.",
    fr="Cette occasion veut des soumissions cachetées, et tout le monde peut lire {groups}.",
    fix_en="Seal the bid and send the sealed file. What was already sent in clear stays public.",
    fix_fr="Cachetez la soumission et envoyez le fichier cacheté. Ce qui a déjà été envoyé en clair demeure public.",
)
def clear_where_sealed(case: BidCase, _context: Context) -> Iterator[Violation]:
    """One price in the open tells every rival what to bid."""
    groups = {"offer": case.bid.price is not None, "answers": case.bid.answers is not None}
    clear = [name for name, readable in groups.items() if readable]
    if case.opportunity.bids == "sealed" and clear:
        yield Violation(f"/{clear[0]}", {"groups": tuple(Verbatim(name) for name in clear)})
