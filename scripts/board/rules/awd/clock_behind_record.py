"""AWD104 clock-behind-record."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Act


@rule(
    "AWD104",
    "clock-behind-record",
    en="The act is dated {at}, before the last act on the record, {last}.",
    fr="L’acte est daté du {at}, avant le dernier acte consigné, du {last}.",
    fix_en="Give an instant that is not before {last}, or set the clock of this machine.",
    fix_fr="Donnez un instant qui ne précède pas le {last}, ou réglez l’horloge de cette machine.",
)
def clock_behind_record(act: Act, _context: Context) -> Iterator[Violation]:
    """An act dated before another that it follows could move a decision before a closing, or into a delegation."""
    if act.last is not None and act.at < act.last:
        yield Violation("", {"at": act.at, "last": act.last}, path=act.path)
