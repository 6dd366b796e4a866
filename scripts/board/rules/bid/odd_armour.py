"""BID123 odd-armour."""

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
    "BID123",
    "odd-armour",
    en="The armour of {group} is not the one form that every program opens.",
    fr="L’armure de {group} n’est pas la seule forme que tous les programmes ouvrent.",
    fix_en="Write it as `board seal` does: lines of 64 characters, each ended by LF, one line break at the end, "
    "and nothing around it. Part of it may be missing.",
    fix_fr="Écrivez-la comme le fait `board seal`\u00a0: des lignes de 64 caractères terminées par LF, un seul "
    "saut de ligne à la fin, et rien autour. Il en manque peut-être une partie.",
)
def odd_armour(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Two programs must not see two envelopes in one text; what some open and others do not decides nothing."""
    for part in PARTS:
        envelope = envelope_of(case.bid, part)
        if envelope and flaw(envelope.sealed) == "armour":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part)})
