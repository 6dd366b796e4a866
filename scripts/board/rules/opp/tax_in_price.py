"""OPP108 tax-in-price."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import LANGUAGES
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.tax_words import speaks_of_tax, tax_included
from board.state.texts import field_of, texts_of, whole_text


@rule(
    "OPP108",
    "tax-in-price",
    en="The text of {field} speaks of a price with tax: {words}.",
    fr="Le texte de {field} parle d’un prix taxes comprises\u00a0: {words}.",
    fix_en="Say every price before tax; the board adds the tax that the winner charges.",
    fix_fr="Indiquez chaque prix avant taxes\u202f; le tableau ajoute la taxe que le fournisseur retenu perçoit.",
    severity="warning",
)
def tax_in_price(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Prices are compared before tax, since of two suppliers one may charge tax and the other not.

    A warning: the program cannot know whether a sentence speaks of this price or of the prices that the work shows.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    # Asked once for all of them: ten thousand requests are read for the few that name a tax.
    if not speaks_of_tax(whole_text(opportunity)):
        return
    for pointer, text in texts_of(opportunity):
        for language in LANGUAGES:
            words = tax_included(text[language])
            if words is not None:
                place = f"{pointer}/{language}"
                yield Violation(place, {"field": Verbatim(field_of(place)), "words": words})
