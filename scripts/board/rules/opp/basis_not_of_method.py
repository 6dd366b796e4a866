"""OPP131 basis-not-of-method."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import DEMANDS


@rule(
    "OPP131",
    "basis-not-of-method",
    en="The method {method} needs a price with the basis {needed}; this one has {found}.",
    fr="La méthode {method} exige un prix dont la base est {needed}\u202f; celui-ci a {found}.",
    fix_en='Write basis: "{needed}", or choose another method.',
    fix_fr='Inscrivez basis: "{needed}", ou choisissez une autre méthode.',
)
def basis_not_of_method(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """At a fixed price no bid is the lowest, and under a ceiling no price is the posted one."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    demands = DEMANDS.get(opportunity.selection_method)
    if demands is not None and demands.basis != opportunity.basis:
        names = {"method": opportunity.selection_method, "needed": demands.basis, "found": opportunity.basis}
        yield Violation("/price/basis", {name: Verbatim(word) for name, word in names.items()})
