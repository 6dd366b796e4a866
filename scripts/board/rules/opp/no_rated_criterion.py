"""OPP118 no-rated-criterion."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import DEMANDS


@rule(
    "OPP118",
    "no-rated-criterion",
    en="The method {method} rates bids, and the opportunity has no rated criterion.",
    fr="La méthode {method} cote les soumissions, et l’occasion n’a aucun critère coté.",
    fix_en='Add a criterion with kind: "rated" and its weight, or choose another method.',
    fix_fr='Ajoutez un critère avec kind: "rated" et son poids, ou choisissez une autre méthode.',
)
def no_rated_criterion(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Without a published criterion a rating would be a preference."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    demands = DEMANDS.get(opportunity.selection_method)
    rated = any(criterion.kind == "rated" for criterion in opportunity.evaluation_criteria)
    if demands is not None and demands.rated and not rated:
        yield Violation("/selection_method", {"method": Verbatim(opportunity.selection_method)})
