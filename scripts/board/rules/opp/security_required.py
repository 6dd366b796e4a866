"""OPP121 security-required."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP121",
    "security-required",
    en="The opportunity asks for the security requirement {found}.",
    fr="L’occasion pose l’exigence de sécurité {found}.",
    fix_en='Write requirement: "none", or buy this work in another way.',
    fix_fr='Inscrivez requirement: "none", ou achetez ce travail autrement.',
)
def security_required(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Everything here is public, and nobody can be screened in days: work that needs it does not belong here."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if opportunity.security != "none":
        yield Violation("/security/requirement", {"found": opportunity.security})
