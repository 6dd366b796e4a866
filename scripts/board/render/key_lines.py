"""The public lines of a key and of a promise to a draw, as the owner pastes them into the posting."""

from collections.abc import Iterator, Mapping

from board.core.text import Language, Text
from board.model.reference import opportunity_path, sealing_path

_SEALING = Text("For {path}, a file of its own:", "Pour {path}, un fichier à part\u00a0:")
_DRAW = Text(
    "For {path}, in the list commitments under draw:", "Pour {path}, dans la liste commitments sous draw\u00a0:"
)
_OPTIONS = Text(
    "Or, where {ref} is still to be written, all at once:", "Ou, si {ref} reste à écrire, d’un seul coup\u00a0:"
)
_AGAIN = Text(
    "For the log, where draw {draw} is held again:", "Pour le registre, où le tirage {draw} est tenu de nouveau\u00a0:"
)


def key_lines(ref: str, by: str, recipient: str, commitment: str, draw: int, language: Language) -> Iterator[str]:
    """What a person pastes and where; what is empty is left out.

    Args:
        ref: Of the opportunity.
        by: Login of who keeps what is secret.
        recipient: Public key.
        commitment: SHA-256 of the secret of the draw.
        draw: Its number.
        language: Of the words around.
    """
    if recipient:
        yield _SEALING[language].format(path=sealing_path(ref))
        yield "    schema: 1"
        yield f'    keeper: "{by}"'
        yield f'    recipient: "{recipient}"'
    if commitment:
        where = _DRAW if draw == 1 else _AGAIN
        yield where[language].format(path=opportunity_path(ref), draw=draw)
        yield f'    - by: "{by}"'
        yield f'      sha256: "{commitment}"'


def option_lines(ref: str, by: str, recipient: str, commitment: str, language: Language) -> Iterator[str]:
    """The same as options, for who has yet to write the opportunity."""
    key = f" --recipient {recipient}:{by}" if recipient else ""
    yield _OPTIONS[language].format(ref=ref)
    yield f"    board new opportunity {ref}{key} --commit {by}:{commitment}"


def key_member(by: str, recipient: str, commitment: str, draw: int) -> Mapping[str, object]:
    """The same for a program."""
    promise = {"by": by, "draw": draw, "sha256": commitment} if commitment else None
    return {"sealing": {"keeper": by, "recipient": recipient} if recipient else None, "commitment": promise}
