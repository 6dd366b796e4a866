"""BID126 odd-length."""

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
    "BID126",
    "odd-length",
    en="The content of {group} has not one of the lengths that bids are filled up to, or part of it is missing.",
    fr="Le contenu de {group} n’a pas l’une des longueurs auxquelles on complète les soumissions, ou il en "
    "manque une partie.",
    fix_en="Seal it again with `board seal`: what is inside takes 4,096, 8,192, 16,384 or 32,768 bytes.",
    fix_fr="Cachetez-le de nouveau avec `board seal`\u00a0: le contenu occupe 4\u202f096, 8\u202f192, "
    "16\u202f384 ou 32\u202f768 octets.",
)
def odd_length(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A length tells how much somebody wrote, and beside a price how many digits it has."""
    for part in PARTS:
        envelope = envelope_of(case.bid, part)
        if envelope and flaw(envelope.sealed) == "length":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part)})
