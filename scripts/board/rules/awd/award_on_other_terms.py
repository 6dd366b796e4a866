"""AWD113 award-on-other-terms."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD113",
    "award-on-other-terms",
    en="The award is made on the terms {terms}; the opportunity names {asked}.",
    fr="L’attribution est faite aux conditions {terms}\u202f; l’occasion nomme {asked}.",
    fix_en="Award only a bid that accepts the terms {asked}.",
    fix_fr="N’attribuez le marché qu’à une soumission qui accepte les conditions {asked}.",
)
def award_on_other_terms(decision: Decision, _context: Context) -> Iterator[Violation]:
    """An acceptance on other terms than those offered forms no contract."""
    asked = decision.opportunity.terms
    if decision.award.terms != asked:
        yield Violation("/contract/terms", {"terms": decision.award.terms, "asked": Verbatim(asked)})
