"""OPP125 unknown-tax-place."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.policy import holds
from board.model.procurement import Procurement
from board.state.limits import posted_on, taxes_of


@rule(
    "OPP125",
    "unknown-tax-place",
    en="The policy has no tax for the place {found} on {day}.",
    fr="La politique n’a aucune taxe pour le lieu {found} le {day}.",
    fix_en="Write the two letters of the province or territory where the organization receives the work, one of "
    "{places}.",
    fix_fr="Inscrivez les deux lettres de la province ou du territoire où l’organisation reçoit le travail, parmi "
    "{places}.",
)
def unknown_tax_place(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Tax follows the place of who receives the work, and without a rate no total can be computed.

    Source: Excise Tax Act, schedule IX.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    day = posted_on(opportunity, context.zone)
    if not taxes_of(context.policy, opportunity.tax_place, day):
        known = sorted({rate.place for rate in context.policy.taxes if holds(rate, day)})
        places = tuple(map(Verbatim, known))
        yield Violation("/tax_place", {"found": opportunity.tax_place, "day": day, "places": places})
