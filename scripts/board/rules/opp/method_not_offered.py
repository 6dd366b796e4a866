"""OPP128 method-not-offered."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.methods import METHODS


@rule(
    "OPP128",
    "method-not-offered",
    en="This version of the program cannot award by the method {method} yet.",
    fr="Cette version du programme ne peut pas encore attribuer selon la méthode {method}.",
    fix_en="Write a method that it has, {methods}, or wait for a version that has this one before you award.",
    fix_fr="Inscrivez une méthode qu’elle offre, {methods}, ou attendez, avant l’attribution, une version qui offre "
    "celle-ci.",
    severity="warning",
)
def method_not_offered(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Who posts should know before anybody bids that the award must wait for a later version."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if opportunity.selection_method not in METHODS:
        offered = tuple(map(Verbatim, METHODS))
        yield Violation("/selection_method", {"method": Verbatim(opportunity.selection_method), "methods": offered})
