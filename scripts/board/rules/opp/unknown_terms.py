"""OPP124 unknown-terms."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP124",
    "unknown-terms",
    en="The board has no complete version {found} of the terms.",
    fr="Le tableau n’a pas de version complète {found} des conditions.",
    fix_en="Write the name of a folder in opportunities/terms that holds en.md, fr.md and declarations.yml.",
    fix_fr="Inscrivez le nom d’un dossier de opportunities/terms qui contient en.md, fr.md et declarations.yml.",
)
def unknown_terms(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """The terms are the first part of the contract; a bid cannot accept what is not there."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if procurement.terms is None:
        yield Violation("/terms", {"found": opportunity.terms})
