"""AWD131 already-ended."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Ending


@rule(
    "AWD131",
    "already-ended",
    en="The procurement has an outcome already, decided by {officer}, {at}.",
    fr="L’achat a déjà une issue, décidée par {officer} le {at}.",
    fix_en="Leave it: an outcome stands. What follows an award is decided under the contract.",
    fix_fr="N’y touchez pas\u00a0: l’issue est acquise. Ce qui suit une attribution se décide en vertu du contrat.",
)
def already_ended(ending: Ending, _context: Context) -> Iterator[Violation]:
    """An outcome is what everybody relies on; a second one would take the first back."""
    cancellation = ending.procurement.cancellation
    outcomes = [(award.decided_by, award.decided_at) for award in ending.procurement.awards.values()]
    outcomes += [(cancellation.decided_by, cancellation.decided_at)] if cancellation else []
    for officer, at in outcomes[:1]:
        yield Violation("", {"officer": officer, "at": at})
