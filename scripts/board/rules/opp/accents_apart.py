"""OPP134 accents-apart."""

import unicodedata
from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import LANGUAGES
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.texts import field_of, texts_of, whole_text


@rule(
    "OPP134",
    "accents-apart",
    en="The text of {field} writes accents as separate characters (it is not in Unicode form NFC).",
    fr="Le texte de {field} écrit les accents comme des caractères séparés (il n’est pas en forme Unicode NFC).",
    fix_en="Type the text again, or save the file in Unicode form NFC.",
    fix_fr="Retapez le texte, ou enregistrez le fichier en forme Unicode NFC.",
    severity="warning",
)
def accents_apart(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Two texts that look alike must be alike, or no search finds the second."""
    opportunity = procurement.opportunity
    # A line break joins with nothing, so the whole is composed where each text is.
    if opportunity is None or unicodedata.is_normalized("NFC", whole_text(opportunity)):
        return
    for pointer, text in texts_of(opportunity):
        for language in LANGUAGES:
            if not unicodedata.is_normalized("NFC", text[language]):
                place = f"{pointer}/{language}"
                yield Violation(place, {"field": Verbatim(field_of(place))})
