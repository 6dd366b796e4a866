"""BID125 odd-recipients."""

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
    "BID125",
    "odd-recipients",
    en="{group} is not sealed to exactly one key.",
    fr="{group} n’est pas cacheté à une seule clé.",
    fix_en="Seal it to the key in {file} and to no other, with no passphrase and no SSH key.",
    fix_fr="Cachetez-le à la clé de {file} et à aucune autre, sans phrase secrète ni clé SSH.",
)
def odd_recipients(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A second recipient could read the bid before the closing, and nobody would see whose key that is."""
    for part in PARTS:
        envelope = envelope_of(case.bid, part)
        if envelope and flaw(envelope.sealed) == "recipients":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "file": Verbatim("sealing.yml")})
