"""AWD217 changed-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.history import ClosingProof, Proof

_TAG = Bilingual("the tag holds another one", "l’étiquette en contient une autre")
_LOG = Bilingual("the log does not end where it says", "le registre ne s’arrête pas là où elle le dit")


@rule(
    "AWD217",
    "changed-closing",
    en="The closing is not what follows from log and tag: {what}.",
    fr="La clôture n’est pas ce qui découle du registre et de l’étiquette\u00a0: {what}.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_closing(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Which bids count was fixed before anybody could know who would win; nobody adds, drops or swaps one later."""
    closing = proof.closing
    if closing and closing.tagged:
        for what in _said(closing):
            yield Violation("", {"what": what}, path=closing.path)


def _said(closing: ClosingProof) -> Iterator[Bilingual]:
    if not closing.same:
        yield _TAG
    if not closing.logged:
        yield _LOG
    for login in closing.untold:
        yield Bilingual(f"the log tells another bid of {login}", f"le registre donne une autre soumission de {login}")
    for login in closing.changed:
        yield Bilingual(f"the tag holds another bid of {login}", f"l’étiquette a une autre soumission de {login}")
    for line in closing.left_out:
        yield Bilingual(f"it leaves out line {line} of the log", f"elle laisse de côté la ligne {line} du registre")
    for login in closing.overtaken:
        yield Bilingual(
            f"in the auction something else of {login} stands", f"à l’enchère, autre chose tient de {login}"
        )
