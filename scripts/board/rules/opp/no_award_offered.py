"""OPP137 no-award-offered."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP137",
    "no-award-offered",
    en="The opportunity offers no award: `awards_offered` is zero.",
    fr="L’occasion n’offre aucune attribution\u00a0: `awards_offered` est à zéro.",
    fix_en="Write how many contracts are offered, or leave `awards_offered` out for one.",
    fix_fr="Inscrivez combien de contrats sont offerts, ou retirez `awards_offered` s’il n’y en a qu’un.",
)
def no_award_offered(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Nobody should work on a bid that cannot win."""
    if procurement.opportunity is not None and procurement.opportunity.awards_offered == 0:
        yield Violation("/awards_offered")
