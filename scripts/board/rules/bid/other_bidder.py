"""BID112 other-bidder."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID112",
    "other-bidder",
    en="The bid says that it is by {found}; the name of its file says {login}.",
    fr="La soumission se dit de {found}, et le nom de son fichier dit {login}.",
    fix_en="Write {login}, which is what counts.",
    fix_fr="Inscrivez {login}, qui seul compte.",
)
def other_bidder(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Whose a bid is follows from its path, never from what the file claims."""
    if case.bid.bidder != case.filed.login:
        yield Violation("/bidder", {"found": case.bid.bidder, "login": Verbatim(case.filed.login)})
