"""OPP126 other-year."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.limits import posted_on


@rule(
    "OPP126",
    "other-year",
    en="The opportunity is published in {year} and stands in the folder of {found}.",
    fr="L’occasion est publiée en {year} et se trouve dans le dossier de {found}.",
    fix_en="Move it to the folder of {year}, or change `published_at`.",
    fix_fr="Déplacez-la dans le dossier de {year}, ou modifiez `published_at`.",
)
def other_year(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """The year in the path is that of the publication in the zone of the board; a name once given never moves."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    year = f"{posted_on(opportunity, context.zone).year:04}"
    found = procurement.ref.split("/")[1]
    if found != year:
        yield Violation("/published_at", {"year": Verbatim(year), "found": Verbatim(found)})
