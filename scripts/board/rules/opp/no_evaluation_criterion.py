"""OPP119 no-evaluation-criterion."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import DEMANDS


@rule(
    "OPP119",
    "no-evaluation-criterion",
    en="The method {method} needs an evaluation criterion, and the opportunity has none.",
    fr="La méthode {method} exige un critère d’évaluation, et l’occasion n’en a aucun.",
    fix_en='Add under `evaluation_criteria` what a supplier must show, with kind: "mandatory".',
    fix_fr='Ajoutez sous `evaluation_criteria` ce qu’un fournisseur doit démontrer, avec kind: "mandatory".',
)
def no_evaluation_criterion(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Among bids at one price that answer nothing, a draw would select a name."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    demands = DEMANDS.get(opportunity.selection_method)
    if demands is not None and demands.criterion and not demands.rated and not opportunity.evaluation_criteria:
        yield Violation("/selection_method", {"method": Verbatim(opportunity.selection_method)})
