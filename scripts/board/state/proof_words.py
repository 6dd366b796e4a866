"""What is not true of a closing, in words: for the proof of what was done, and against what is about to be done."""

from collections.abc import Iterator

from board.core.text import Bilingual
from board.model.history import ClosingProof

_TAG = Bilingual("the tag holds another one", "l’étiquette en contient une autre")
_REQUEST = Bilingual("main asked something else then", "main demandait alors autre chose")
_LOG = Bilingual("the log does not end where it says", "le registre ne s’arrête pas là où elle le dit")
_RULINGS = Bilingual("the rulings are not those of the log", "les décisions ne sont pas celles du registre")


def untrue(closing: ClosingProof) -> Iterator[Bilingual]:
    """Each thing that does not follow from log, tag and request."""
    if not closing.same:
        yield _TAG
    if not closing.asked:
        yield _REQUEST
    if not closing.logged:
        yield _LOG
    for login in closing.untold:
        yield Bilingual(f"the log tells another bid of {login}", f"le registre donne une autre soumission de {login}")
    for login in closing.changed:
        yield Bilingual(f"the tag holds another bid of {login}", f"l’étiquette a une autre soumission de {login}")
    for line in closing.left_out:
        yield Bilingual(f"it leaves out line {line} of the log", f"elle laisse de côté la ligne {line} du registre")
    for login in closing.overtaken:
        yield Bilingual(f"something else of {login} stands", f"autre chose tient de {login}")


def rulings(closing: ClosingProof) -> Iterator[Bilingual]:
    """The same of what officers ruled."""
    if not closing.rulings:
        yield _RULINGS
