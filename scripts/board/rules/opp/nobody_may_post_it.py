"""OPP135 nobody-may-post-it."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import may
from board.state.limits import greatest_total, highest_tax, posted_on


@rule(
    "OPP135",
    "nobody-may-post-it",
    en="On {day}, nobody of the organization holds a delegation to post a purchase of {total}, tax included.",
    fr="Le {day}, personne de l’organisation n’a de délégation pour publier un achat de {total}, taxes comprises.",
    fix_en="Write an amount that the delegation of an owner covers, or have the delegation changed first.",
    fix_fr="Inscrivez un montant que couvre la délégation d’un responsable, ou faites d’abord modifier la délégation.",
    judges="changes",
)
def nobody_may_post_it(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Who asks for a work commits as much as who awards it. It judges changes, since delegations come and go."""
    opportunity, organization = procurement.opportunity, procurement.organization
    if opportunity is None or organization is None:
        return
    day = posted_on(opportunity, context.zone)
    total = greatest_total(opportunity, highest_tax(context.policy, day))
    held = [may(organization, person.login, person.id, "post", day) for person in organization.people]
    if not any(delegation is not None and delegation.up_to >= total for delegation in held):
        yield Violation("/price/amount", {"day": day, "total": total})
