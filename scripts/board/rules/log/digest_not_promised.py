"""LOG212 digest-not-promised."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG212",
    "digest-not-promised",
    en="{group} of {login} holds something else than its digest promised.",
    fr="L’enveloppe {group} ({login}) contient autre chose que ce que promettait son empreinte.",
    fix_en="It does not count: the digest beside it is what everybody checks the published text against.",
    fix_fr="Elle ne compte pas\u00a0: c’est à l’empreinte inscrite à côté que tous comparent le texte publié.",
    severity="warning",
    audience="officers",
)
def digest_not_promised(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """A promise that fits several texts would let somebody choose after the closing."""
    for part, fault in opened.faults.items():
        if fault == "other-digest":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
