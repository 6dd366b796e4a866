"""AWD217 changed-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof
from board.state.proof_words import untrue


@rule(
    "AWD217",
    "changed-closing",
    en="The closing is not what follows from log and tag: {what}.",
    fr="La clôture n’est pas ce qui découle du registre et de l’étiquette\u00a0: {what}.",
    fix_en=(
        "Bring log and tags up to date first: `git fetch --tags origin receipts:receipts`. Where it is said again, "
        "take this history for tampered with, and compare it with another clone."
    ),
    fix_fr=(
        "Mettez d’abord à jour le registre et les étiquettes\u00a0: `git fetch --tags origin receipts:receipts`. "
        "Si c’est encore dit, tenez cet historique pour falsifié, et comparez-le à un autre clone."
    ),
)
def changed_closing(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Which bids count was fixed before anybody could know who would win; nobody adds, drops or swaps one later."""
    closing = proof.closing
    if closing and closing.tagged:
        for what in untrue(closing):
            yield Violation("", {"what": what}, path=closing.path)
