"""BRD106 backwards-row."""

from collections.abc import Iterator, Sequence

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.policy import TaxRate, Threshold
from board.model.procurement import Board


@rule(
    "BRD106",
    "backwards-row",
    en="This row of the policy ends on {last}, before it begins on {first}, so it never holds.",
    fr="Cette ligne de la politique prend fin le {last}, avant de commencer le {first}\u202f; elle n’est donc jamais "
    "en vigueur.",
    fix_en="Write a `to` that is not before `from`, or take the row out.",
    fix_fr="Inscrivez un `to` qui ne précède pas `from`, ou retirez la ligne.",
)
def backwards_row(board: Board, _context: Context | None) -> Iterator[Violation]:
    """A limit that never holds looks, to whoever reads the policy, like one that does."""
    if board.policy is None:
        return
    yield from _backwards("thresholds", board.policy.thresholds)
    yield from _backwards("taxes", board.policy.taxes)


def _backwards(field: str, rows: Sequence[Threshold | TaxRate]) -> Iterator[Violation]:
    for index, row in enumerate(rows):
        if row.last is not None and row.last < row.first:
            pointer, days = pointer_to(field, index, "to"), {"first": row.first, "last": row.last}
            yield Violation(pointer, days, path="opportunities/policy.yml")
