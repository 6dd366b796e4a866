"""BID117 sealed-where-public."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.model.sealing import PARTS
from board.state.opened import envelope_of


@rule(
    "BID117",
    "sealed-where-public",
    en="This opportunity takes bids in clear, and nobody can open {groups}.",
    fr="Cette occasion veut des soumissions en clair, et personne ne peut ouvrir {groups}.",
    fix_en="Write the price and the answers in clear, as {command} lays them out.",
    fix_fr="Écrivez le prix et les réponses en clair, comme {command} les présente.",
)
def sealed_where_public(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Where bids are public there is no key to seal them with, so an envelope could never be opened."""
    closed = [part for part in PARTS if envelope_of(case.bid, part)]
    if case.opportunity.bids == "public" and closed:
        facts: dict[str, Fact] = {
            "groups": tuple(Verbatim(part) for part in closed),
            "command": Verbatim("board new bid"),
        }
        yield Violation(f"/{closed[0]}", facts)
