"""OPP102 wrong-language."""

import textwrap
from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import LANGUAGES, Bilingual
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.language import foreign_passage
from board.state.texts import field_of, texts_of

_NAMES = {"en": Bilingual("English", "anglais"), "fr": Bilingual("French", "français")}
_SHOWN = 60


@rule(
    "OPP102",
    "wrong-language",
    en="A passage of {field} does not seem to be in {language}: {passage}",
    fr="Un passage de {field} ne semble pas être en {language}\u00a0: {passage}",
    fix_en="Write it in {language}, or leave it if the program is mistaken: this finding refuses nothing.",
    fix_fr="Écrivez-le en {language}, ou laissez-le si le programme se trompe\u00a0: ce constat ne refuse rien.",
    severity="warning",
    judges="changes",
)
def wrong_language(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """A text in the wrong place is the slip that a reader of one language cannot see.

    It judges changes alone: the detector takes longer for one text than all other rules together for a file.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    for pointer, text in texts_of(opportunity):
        for language in LANGUAGES:
            passage = foreign_passage(text[language], language)
            if passage is not None:
                place = f"{pointer}/{language}"
                shown = textwrap.shorten(passage, _SHOWN, placeholder="…")
                facts: dict[str, Fact] = {"field": Verbatim(field_of(place)), "passage": shown}
                yield Violation(place, {**facts, "language": _NAMES[language]})
