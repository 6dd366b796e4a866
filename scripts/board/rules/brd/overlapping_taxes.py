"""BRD105 overlapping-taxes."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Fact, Percent, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board
from board.state.periods import overlaps


@rule(
    "BRD105",
    "overlapping-taxes",
    en="On {day}, two rows of the tax {tax} hold for {place}: {first} and {second}.",
    fr="Le {day}, deux lignes de la taxe {tax} sont en vigueur pour {place}\u00a0: {first} et {second}.",
    fix_en="End the earlier row with `to`, on the day before the later row begins.",
    fix_fr="Mettez fin à la ligne antérieure avec `to`, la veille du jour où commence la suivante.",
)
def overlapping_taxes(board: Board, _context: Context | None) -> Iterator[Violation]:
    """A tax that stands twice on one day would be charged twice."""
    rows = board.policy.taxes if board.policy else ()
    for earlier, later, day in overlaps(rows, lambda row: (row.place, row.code)):
        old, new = rows[earlier], rows[later]
        rates = {"first": Percent(old.rate), "second": Percent(new.rate)}
        facts: dict[str, Fact] = {"place": Verbatim(new.place), "tax": Verbatim(new.code), "day": day, **rates}
        yield Violation(pointer_to("taxes", later), facts, path="opportunities/policy.yml")
