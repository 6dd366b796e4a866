"""OPP116 no-acceptance-criterion."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP116",
    "no-acceptance-criterion",
    en="The opportunity has no acceptance criterion.",
    fr="L’occasion n’a aucun critère d’acceptation.",
    fix_en="Write under `acceptance_criteria` at least one fact that the delivered work must meet, and how it is "
    "shown.",
    fix_fr="Inscrivez sous `acceptance_criteria` au moins un fait que le travail livré doit vérifier, et comment on "
    "le démontre.",
)
def no_acceptance_criterion(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Without a criterion nobody can say that the work is done, so nobody could certify it for payment.

    Source: Financial Administration Act, section 34.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if not opportunity.acceptance_criteria:
        yield Violation("/acceptance_criteria")
