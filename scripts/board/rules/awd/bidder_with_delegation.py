"""AWD115 bidder-with-delegation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision
from board.state.authority import person_of


@rule(
    "AWD115",
    "bidder-with-delegation",
    en="{bidder} acts for {organization}, and cannot contract with it.",
    fr="{bidder} agit pour {organization} et ne peut contracter avec elle.",
    fix_en="Award to somebody who has no part in the purchase.",
    fix_fr="Attribuez le marché à quelqu’un qui n’a aucune part à l’achat.",
)
def bidder_with_delegation(decision: Decision, _context: Context) -> Iterator[Violation]:
    """Nobody stands on both sides of a contract."""
    organization, bidder = decision.procurement.organization, decision.award.bidder
    if organization and person_of(organization, bidder, decision.award.id):
        yield Violation("/bidder", {"bidder": bidder, "organization": organization.name})
