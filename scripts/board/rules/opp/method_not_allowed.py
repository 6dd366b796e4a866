"""OPP127 method-not-allowed."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP127",
    "method-not-allowed",
    en="The policy does not allow the method {found}.",
    fr="La politique n’admet pas la méthode {found}.",
    fix_en="Write one of {methods}.",
    fix_fr="Inscrivez l’une de celles-ci\u00a0: {methods}.",
    judges="changes",
)
def method_not_allowed(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """A method has its own ways to be gamed, so policy says which may be used.

    It judges changes: the list has no dates, and what was allowed once stays so.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    methods = context.policy.methods
    if opportunity.selection_method not in methods:
        allowed = tuple(map(Verbatim, methods))
        yield Violation("/selection_method", {"found": opportunity.selection_method, "methods": allowed})
