"""OPP132 html-in-text."""

import re
from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import LANGUAGES
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.texts import field_of, prose, texts_of, whole_text

# Source: raw HTML of CommonMark 0.31, section 6.6, a little wider; an address between angle brackets is a link.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<\?|<![A-Za-z\[]")


@rule(
    "OPP132",
    "html-in-text",
    en="The text of {field} holds the HTML {found}.",
    fr="Le texte de {field} contient le HTML {found}.",
    fix_en="Write it in Markdown, or put it between backticks where it is meant to be read as it is.",
    fix_fr="Écrivez-le en Markdown, ou mettez-le entre accents graves s’il doit être lu tel quel.",
)
def html_in_text(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """HTML is never shown as such, so what somebody meant by it would be lost without a word."""
    opportunity = procurement.opportunity
    if opportunity is None or "<" not in whole_text(opportunity):
        return
    for pointer, text in texts_of(opportunity):
        for language in LANGUAGES:
            found = _TAG.search(prose(text[language])) if "<" in text[language] else None
            if found:
                place = f"{pointer}/{language}"
                yield Violation(place, {"field": Verbatim(field_of(place)), "found": found[0]})
