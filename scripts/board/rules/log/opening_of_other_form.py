"""LOG218 opening-of-other-form."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG218",
    "opening-of-other-form",
    en="{group} of {login} does not hold what such a group of a bid holds.",
    fr="L’enveloppe {group} ({login}) ne contient pas ce que contient un tel groupe d’une soumission.",
    fix_en="It does not count. What opened and has not the form of a bid is not published; its digest is.",
    fix_fr="Elle ne compte pas. Ce qui s’ouvre sans avoir la forme d’une soumission n’est pas publié\u202f; "
    "son empreinte l’est.",
    severity="warning",
    audience="officers",
)
def opening_of_other_form(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """What comes out of an envelope is judged as strictly as a file."""
    for part, fault in opened.faults.items():
        if fault == "other-form":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
