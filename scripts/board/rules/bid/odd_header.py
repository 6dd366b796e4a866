"""BID124 odd-header."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.model.sealing import PARTS
from board.state.armour import flaw
from board.state.opened import envelope_of


@rule(
    "BID124",
    "odd-header",
    en="What {group} holds is no whole envelope of age, version 1.",
    fr="Ce que contient {group} n’est pas une enveloppe complète d’age, version 1.",
    fix_en="Seal it again with `board seal`, or with age, and paste all of it.",
    fix_fr="Cachetez-la de nouveau avec `board seal`, ou avec age, et collez-la en entier.",
)
def odd_header(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A header that is broken, longer than 2 KiB or of another version opens nowhere."""
    for part in PARTS:
        envelope = envelope_of(case.bid, part)
        if envelope and flaw(envelope.sealed) == "header":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part)})
