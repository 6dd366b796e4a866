"""AWD106 award-after-cancellation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection
from board.model.reference import cancellation_path


@rule(
    "AWD106",
    "award-after-cancellation",
    en="The procurement ended without an award, {ended}.",
    fr="L’achat a pris fin sans attribution, le {ended}.",
    fix_en="Post the opportunity again, with `rerun_of`, and award that one.",
    fix_fr="Publiez de nouveau l’occasion, avec `rerun_of`, et attribuez celle-là.",
)
def award_after_cancellation(selection: Selection, _context: Context) -> Iterator[Violation]:
    """Bidders were told that it is over; a contract out of it afterwards would be made behind their backs."""
    ended = selection.procurement.cancellation
    if ended is not None and not selection.procurement.awards:
        path = cancellation_path(selection.procurement.ref)
        yield Violation("/decided_at", {"ended": ended.decided_at}, path=path)
