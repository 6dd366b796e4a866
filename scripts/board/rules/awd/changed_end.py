"""AWD225 changed-end."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import ClosingProof, EndProof
from board.model.reference import rulings_path
from board.state.proof_words import untrue


@rule(
    "AWD225",
    "changed-end",
    en="{path} came with the end of this purchase, and does not follow from log and tag.",
    fr="{path} est arrivé avec la fin de cet achat, et ne découle pas du registre et de l’étiquette.",
    fix_en=(
        "Fetch the tags first: `git fetch --tags`. Where it is said again, take this history for tampered with, and "
        "compare it with another clone."
    ),
    fix_fr=(
        "Obtenez d’abord les étiquettes\u00a0: `git fetch --tags`. Si c’est encore dit, tenez cet historique pour "
        "falsifié, et comparez-le à un autre clone."
    ),
)
def changed_end(proof: EndProof, _situation: None) -> Iterator[Violation]:
    """Who bid, and what officers ruled, was fixed before the end; nobody writes it anew with it.

    Evaluation and draw are not asked for: a purchase may end while either is under way.
    """
    closing = proof.closing
    for path in _changed(closing, rulings_path(proof.ref)):
        yield Violation("", {"path": path}, path=path)


def _changed(closing: ClosingProof, rulings: str) -> Iterator[str]:
    if not closing.tagged or any(untrue(closing)):
        yield closing.path
    if not closing.rulings:
        yield rulings
    yield from closing.openings
