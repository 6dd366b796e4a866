"""OPP101 same-in-both-languages."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.texts import field_of, texts_of

# Two words may stand as they are in “Adobe Acrobat” or “Vancouver, BC”.
_WORDS = 3


@rule(
    "OPP101",
    "same-in-both-languages",
    en="The text of {field} is the same in English and in French.",
    fr="Le texte de {field} est le même en anglais et en français.",
    fix_en="Translate it into the language that is missing.",
    fix_fr="Traduisez-le dans la langue qui manque.",
)
def same_in_both_languages(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Both languages of a request have equal authority, so a copy stands for a version that nobody wrote.

    A name or a figure may well be the same in both: only a text of three words or more is one that needs a translator.

    Source: Official Languages Act, sections 11 to 13.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    for pointer, text in texts_of(opportunity):
        english, french = text.en.lstrip(), text.fr.lstrip()
        # Most texts differ in their first letter already, and a description is long.
        if english[:1] == french[:1] and (words := english.split()) == french.split() and len(words) >= _WORDS:
            yield Violation(pointer, {"field": Verbatim(field_of(pointer))})
