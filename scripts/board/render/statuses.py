"""What is said of a head on a forge as statuses: that it arrived, and what its check came to.

Only words of our own stand here, since the job that posts them may write and reads nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from board.core.text import LANGUAGES, Text
from board.model.change import Nature

State = Literal["success", "failure", "pending", "error"]

_STANDS = Text("Nothing stops it.", "Rien ne s’y oppose.")
_REFUSED = Text("Errors: its details say what to write.", "Des erreurs\u00a0: les détails disent quoi écrire.")
_MERGEABLE = Text("It may be merged once approved.", "Fusion possible une fois approuvée.")
_AWAITED = Text(
    "Nobody merges a bid; the award does.", "Personne ne fusionne une soumission\u202f; l’attribution le fait."
)
_RECEIVED = Text(
    "Received and not judged yet; GitHub’s clock says when.",
    "Reçue et pas encore jugée\u202f; l’horloge de GitHub dit quand.",
)
_NOT_MERGEABLE = Text("Mend first what board/check found.", "Corrigez d’abord ce que board/check a trouvé.")


@dataclass(frozen=True, slots=True)
class Status:
    """One status.

    Attributes:
        name: After ``board/``.
        state: As forges have it.
        says: In both languages; forges cut what is longer than 140 characters.
    """

    name: str
    state: State
    says: Text


def receipt() -> str:
    """The words of a receipt, in both languages; its instant is that of the status itself."""
    return both(_RECEIVED)


def statuses(nature: Nature, *, stands: bool) -> tuple[Status, Status]:
    """The verdict, and whether it may be merged.

    Args:
        nature: Of the change.
        stands: Whether no error was found.
    """
    verdict = Status("check", "success", _STANDS) if stands else Status("check", "failure", _REFUSED)
    if nature == "bid":
        # A red cross on a good bid would frighten, and a green mark on any would let somebody merge it.
        return verdict, Status("merge", "pending", _AWAITED)
    if stands:
        return verdict, Status("merge", "success", _MERGEABLE)
    return verdict, Status("merge", "failure", _NOT_MERGEABLE)


def outputs(nature: Nature, head: str, *, stands: bool) -> Iterator[str]:
    """Lines ``name=text`` for the outputs of a step: nature, head, and state and words of each status.

    Args:
        nature: Of the change.
        head: Id of the commit that was judged.
        stands: Whether no error was found.
    """
    yield f"nature={nature}"
    yield f"head={head}"
    for status in statuses(nature, stands=stands):
        yield f"{status.name}={status.state}"
        yield f"{status.name}-says={both(status.says)}"


def both(text: Text) -> str:
    """The text in both languages, on one line; forges cut what is longer than 140 characters."""
    return " / ".join(text[language] for language in LANGUAGES)
