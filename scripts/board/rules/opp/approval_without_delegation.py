"""OPP106 approval-without-delegation."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import may
from board.state.limits import greatest_total, highest_tax, posted_on


@rule(
    "OPP106",
    "approval-without-delegation",
    en="On {day}, {login} held no delegation to {act} a purchase of {total}.",
    fr="Le {day}, {login} n’avait aucune délégation lui permettant l’acte {act} pour un achat de {total}.",
    fix_en="Ask somebody whose delegation names {act}, up to that amount, on that day.",
    fix_fr="Demandez à une personne dont la délégation nomme {act}, jusqu’à ce montant, ce jour-là.",
    judges="changes",
)
def approval_without_delegation(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """An approval is worth what its author is entitled to.

    It judges changes, since people and delegations come and go.
    """
    opportunity, people = procurement.opportunity, procurement.organization
    if opportunity is None:
        return
    total = greatest_total(opportunity, highest_tax(context.policy, posted_on(opportunity, context.zone)))
    for index, given in enumerate(opportunity.approvals):
        held = may(people, given.by, "", given.role, given.approved_on) if people else None
        if held is None or held.up_to < total:
            facts: dict[str, Fact] = {"login": given.by, "act": Verbatim(given.role), "day": given.approved_on}
            yield Violation(pointer_to("approvals", index, "by"), {**facts, "total": total})
