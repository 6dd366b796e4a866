"""BRD104 overlapping-thresholds."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board
from board.state.periods import overlaps


@rule(
    "BRD104",
    "overlapping-thresholds",
    en="On {day}, two rows of the threshold {id} hold: {first} and {second}.",
    fr="Le {day}, deux lignes du seuil {id} sont en vigueur\u00a0: {first} et {second}.",
    fix_en="End the earlier row with `to`, on the day before the later row begins.",
    fix_fr="Mettez fin à la ligne antérieure avec `to`, la veille du jour où commence la suivante.",
)
def overlapping_thresholds(board: Board, _context: Context | None) -> Iterator[Violation]:
    """With two limits on one day, which of them refuses a purchase would depend on the order of the file."""
    rows = board.policy.thresholds if board.policy else ()
    for earlier, later, day in overlaps(rows, lambda row: row.id):
        amounts = {"first": rows[earlier].amount, "second": rows[later].amount}
        pointer = pointer_to("thresholds", later)
        yield Violation(
            pointer, {"id": Verbatim(rows[later].id), "day": day, **amounts}, path="opportunities/policy.yml"
        )
