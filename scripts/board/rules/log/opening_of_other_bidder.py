"""LOG215 opening-of-other-bidder."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG215",
    "opening-of-other-bidder",
    en="{group} of {login} was sealed by another login: it is a copy.",
    fr="L’enveloppe {group} ({login}) a été cachetée par un autre compte\u00a0: c’est une copie.",
    fix_en="It does not count; the bid that was copied does, and whoever copied it saw nothing of it.",
    fix_fr="Elle ne compte pas\u202f; la soumission copiée, elle, compte, et qui l’a copiée n’en a rien vu.",
    severity="warning",
    audience="officers",
)
def opening_of_other_bidder(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """The login inside decides, so that a copier gains nothing and knocks nobody out."""
    for part, fault in opened.faults.items():
        if fault == "other-bidder":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
