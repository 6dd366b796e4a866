"""AWD125 untrue-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection
from board.model.reference import closing_path
from board.state.proof_words import rulings, untrue


@rule(
    "AWD125",
    "untrue-closing",
    en="The closing is not what follows from log and tag: {what}. Nothing may rest on it.",
    fr=(
        "La clôture n’est pas ce qui découle du registre et de l’étiquette\u00a0: {what}. Rien ne peut reposer sur "
        "elle."
    ),
    fix_en=(
        "Fetch log and tags from where bids are received, and ask again. Where an officer who ruled has left, put that "
        "person back into organization.yml, with a last day in `to`. Else the closing was tampered with: end the "
        "purchase as flawed."
    ),
    fix_fr=(
        "Obtenez le registre et les étiquettes de là où l’on reçoit les soumissions, et redemandez. Si une personne "
        "qui a statué est partie, remettez-la dans organization.yml, avec un dernier jour dans `to`. Sinon, la clôture "
        "a été falsifiée\u00a0: mettez fin à l’achat comme vicié."
    ),
)
def untrue_closing(selection: Selection, _context: Context) -> Iterator[Violation]:
    """What every clone would refuse afterwards is not written in the first place."""
    closing = selection.closing
    for what in (*untrue(closing), *rulings(closing)) if closing else ():
        yield Violation("", {"what": what}, path=closing_path(selection.procurement.ref))
