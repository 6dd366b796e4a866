"""BID118 text-not-nfc."""

import unicodedata
from collections.abc import Iterator

from board.core.document import Value, pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID118",
    "text-not-nfc",
    en="The text of {field} writes accents as separate characters (it is not in Unicode form NFC).",
    fr="Le texte de {field} écrit les accents comme des caractères séparés (il n’est pas en forme Unicode NFC).",
    fix_en="Type the text again, or save the file in Unicode form NFC.",
    fix_fr="Retapez le texte, ou enregistrez le fichier en forme Unicode NFC.",
    severity="warning",
)
def text_not_nfc(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Two texts that look alike must be alike, or no search finds the second."""
    for pointer in _decomposed(case.filed.document.value):
        yield Violation(pointer, {"field": Verbatim(pointer.removeprefix("/").replace("/", "."))})


def _decomposed(value: "Value | None", pointer: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if not unicodedata.is_normalized("NFC", value):
            yield pointer
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _decomposed(child, pointer + pointer_to(key))
