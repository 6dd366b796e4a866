"""AWD107 more-awards-than-offered."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection


@rule(
    "AWD107",
    "more-awards-than-offered",
    en="Awards offered: {offered}; it is awarded already to {bidders}.",
    fr="Attributions offertes\u00a0: {offered}\u202f; le marché est déjà attribué à {bidders}.",
    fix_en="Leave it: the award stands. A further purchase is an opportunity of its own.",
    fix_fr="N’y touchez pas\u00a0: l’attribution est faite. Un autre achat demande sa propre occasion.",
)
def more_awards_than_offered(selection: Selection, _context: Context) -> Iterator[Violation]:
    """The second of two officers who award at once has to be told, and a second award would spend twice."""
    awards, offered = selection.procurement.awards, selection.opportunity.awards_offered
    if len(awards) >= offered and selection.bidder not in awards:
        yield Violation("/awards_offered", {"offered": offered, "bidders": tuple(sorted(awards))})
