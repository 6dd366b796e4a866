"""OPP147 mistyped-key."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.model.reference import sealing_path
from board.state.recipient import is_recipient


@rule(
    "OPP147",
    "mistyped-key",
    en="The key {key} was not copied whole: its letters do not add up.",
    fr="La clé {key} n’a pas été copiée en entier\u00a0: ses lettres ne concordent pas.",
    fix_en="Copy the line that {command} prints; asked again, it prints the same.",
    fix_fr="Copiez la ligne qu’affiche {command}\u202f; demandée de nouveau, elle est la même.",
    judges="changes",
)
def mistyped_key(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """To a key with one wrong letter nobody can seal, and it would be seen when the first supplier tries."""
    sealing = procurement.sealing
    if sealing is not None and not is_recipient(sealing.recipient):
        facts: dict[str, Fact] = {"key": sealing.recipient, "command": Verbatim("board keys")}
        yield Violation("/recipient", facts, path=sealing_path(procurement.ref))
