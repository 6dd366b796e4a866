"""OPP117 weights-not-100."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP117",
    "weights-not-100",
    en="The weights of the rated criteria make {sum}, not 100.",
    fr="La somme des poids des critères cotés est de {sum}, et non de 100.",
    fix_en="Change the weights so that their sum is 100.",
    fix_fr="Modifiez les poids pour que leur somme soit de 100.",
)
def weights_not_100(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Whoever reads a weight takes it for a share of the whole."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    weights = [criterion.weight for criterion in opportunity.evaluation_criteria if criterion.kind == "rated"]
    if weights and sum(weights) != 100:
        yield Violation("/evaluation_criteria", {"sum": sum(weights)})
