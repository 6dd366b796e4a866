"""LOG216 opening-of-other-part."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG216",
    "opening-of-other-part",
    en="{group} of {login} holds the other part of the bid.",
    fr="L’enveloppe {group} ({login}) contient l’autre partie de la soumission.",
    fix_en="It does not count: price and answers stand each in an envelope of its own.",
    fix_fr="Elle ne compte pas\u00a0: le prix et les réponses ont chacun leur enveloppe.",
    severity="warning",
    audience="officers",
)
def opening_of_other_part(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """The answers are published by consent, the price always; one in the place of the other would be neither."""
    for part, fault in opened.faults.items():
        if fault == "other-part":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
