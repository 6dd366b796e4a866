"""OPP123 unknown-organization."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP123",
    "unknown-organization",
    en="The board has no valid organization {organization}, in whose folder this opportunity stands.",
    fr="Le tableau n’a pas d’organisation valide {organization}, dans le dossier de laquelle se trouve cette occasion.",
    fix_en="Write or mend opportunities/{organization}/organization.yml, or move the opportunity.",
    fix_fr="Écrivez ou corrigez opportunities/{organization}/organization.yml, ou déplacez l’occasion.",
)
def unknown_organization(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """An organization without people and delegations can neither post nor award."""
    if procurement.opportunity is not None and procurement.organization is None:
        yield Violation("", {"organization": Verbatim(procurement.ref.partition("/")[0])})
