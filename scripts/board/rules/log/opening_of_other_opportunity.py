"""LOG214 opening-of-other-opportunity."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG214",
    "opening-of-other-opportunity",
    en="{group} of {login} was sealed for another opportunity.",
    fr="L’enveloppe {group} ({login}) a été cachetée pour une autre occasion.",
    fix_en="It does not count: a bid answers one request.",
    fix_fr="Elle ne compte pas\u00a0: une soumission répond à une seule occasion.",
    severity="warning",
    audience="officers",
)
def opening_of_other_opportunity(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """An envelope that was taken from elsewhere says nothing about what is asked here."""
    for part, fault in opened.faults.items():
        if fault == "other-opportunity":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
