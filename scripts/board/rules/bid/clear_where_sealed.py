"""BID116 clear-where-sealed."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.model.sealing import PARTS
from board.state.opened import envelope_of


@rule(
    "BID116",
    "clear-where-sealed",
    en="This opportunity takes sealed bids, and {groups} can be read by everybody.",
    fr="Cette occasion veut des soumissions cachetées, et tout le monde peut lire {groups}.",
    fix_en="Seal the bid with `board seal` and send the sealed file. What was already sent in clear stays public.",
    fix_fr="Cachetez la soumission avec `board seal` et envoyez le fichier cacheté. Ce qui a déjà été envoyé en clair "
    "demeure public.",
)
def clear_where_sealed(case: BidCase, _context: Context) -> Iterator[Violation]:
    """One price in the open tells every rival what to bid."""
    clear = [part for part in PARTS if envelope_of(case.bid, part) is None]
    if case.opportunity.bids == "sealed" and clear:
        yield Violation(f"/{clear[0]}", {"groups": tuple(Verbatim(part) for part in clear)})
