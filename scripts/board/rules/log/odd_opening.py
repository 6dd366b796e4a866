"""LOG213 odd-opening."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG213",
    "odd-opening",
    en="{group} of {login} does not hold the one text that bids are sealed as.",
    fr="L’enveloppe {group} ({login}) ne contient pas le texte unique sous lequel on cachette les soumissions.",
    fix_en="It does not count: it is not JSON with sorted keys, one of each, filled up with spaces to one of "
    "the four lengths.",
    fix_fr="Elle ne compte pas\u00a0: ce n’est pas du JSON aux clés triées, chacune une seule fois, complété "
    "par des espaces à l’une des quatre longueurs.",
    severity="warning",
    audience="officers",
)
def odd_opening(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """Two programs must read the same in it; a key that stands twice is two prices."""
    for part, fault in opened.faults.items():
        if fault == "not-canonical":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
