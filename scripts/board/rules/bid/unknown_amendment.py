"""BID114 unknown-amendment."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID114",
    "unknown-amendment",
    en="The bid answers amendment {answered}; the last one published is {last} (0 means none).",
    fr="La soumission répond à la modification {answered}, et la dernière publiée est la {last} (0 signifie aucune).",
    fix_en="Write {last}.",
    fix_fr="Inscrivez {last}.",
)
def unknown_amendment(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Nobody can have read an amendment that is not published, so the number says nothing of what is offered."""
    published = max((amendment.number for amendment in case.opportunity.amendments), default=0)
    if case.bid.amendment > published:
        yield Violation("/amendment", {"answered": case.bid.amendment, "last": published})
