"""AWD105 award-before-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.decision import Selection


@rule(
    "AWD105",
    "award-before-closing",
    en="Bids count until {closing}; the award is dated {at}.",
    fr="Les soumissions comptent jusqu’au {closing}\u202f; l’attribution est datée du {at}.",
    fix_en="Award it after the closing.",
    fix_fr="Attribuez le marché après la clôture.",
)
def award_before_closing(selection: Selection, _context: Context) -> Iterator[Violation]:
    """Whoever awards before the closing takes from somebody the time that was promised to all."""
    closing = selection.opportunity.closes_at
    if selection.at < inclusive(closing):
        yield Violation("/closes_at", {"closing": closing, "at": selection.at})
