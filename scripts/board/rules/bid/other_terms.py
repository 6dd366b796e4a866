"""BID108 other-terms."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID108",
    "other-terms",
    en="The bid accepts the terms {found}; the opportunity asks for {asked}.",
    fr="La soumission accepte les conditions {found}, et l’occasion demande {asked}.",
    fix_en="Read the terms {asked} and write that version.",
    fix_fr="Lisez les conditions {asked} et inscrivez cette version.",
)
def other_terms(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Offer and acceptance meet only where both mean the same terms."""
    answers, asked = case.bid.answers, case.opportunity.terms
    if answers is not None and answers.terms != asked:
        yield Violation("/answers/terms", {"found": answers.terms, "asked": Verbatim(asked)})
