"""OPP105 no-second-approver."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.limits import overrun, posted_on


@rule(
    "OPP105",
    "no-second-approver",
    en="With the highest tax it can cost {total}, over the fast-track limit of {limit}, and no second person "
    "approved it.",
    fr="Avec la taxe la plus élevée, l’achat peut coûter {total}, ce qui dépasse la limite de la voie rapide, "
    "{limit}, et aucune deuxième personne ne l’a approuvé.",
    fix_en='Have an officer other than who posts it approve it under `approvals`, with as: "approve"; or write an '
    "amount of at most {fitting}.",
    fix_fr='Faites-le approuver sous `approvals`, avec as: "approve", par un agent autre que la personne qui '
    "publie\u202f; ou inscrivez un montant d’au plus {fitting}.",
)
def no_second_approver(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Over the ceiling of the fast track one pair of eyes is not enough.

    Whether the approval was that person's to give is judged when it is given, since people and delegations go.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    day = posted_on(opportunity, context.zone)
    over = overrun(opportunity, context.policy, "fast-track", day)
    if over is not None and not any(approval.role == "approve" for approval in opportunity.approvals):
        pointer = "/approvals" if opportunity.approvals else "/price/amount"
        yield Violation(pointer, {"total": over.total, "limit": over.limit, "fitting": over.fitting})
