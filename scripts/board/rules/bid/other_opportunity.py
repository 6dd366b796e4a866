"""BID111 other-opportunity."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID111",
    "other-opportunity",
    en="The bid names the opportunity {found}, and its file lies in the folder of {folder}.",
    fr="La soumission nomme l’occasion {found}, et son fichier se trouve dans le dossier de {folder}.",
    fix_en="Write {folder}, or move the file into the folder of the opportunity that you mean.",
    fix_fr="Inscrivez {folder}, ou déplacez le fichier dans le dossier de l’occasion visée.",
)
def other_opportunity(case: BidCase, _context: Context) -> Iterator[Violation]:
    """An offer that names one piece of work and is filed under another binds nobody to either."""
    if case.bid.opportunity != case.procurement.ref:
        yield Violation("/opportunity", {"found": case.bid.opportunity, "folder": Verbatim(case.procurement.ref)})
