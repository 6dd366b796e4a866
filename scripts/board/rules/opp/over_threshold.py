"""OPP103 over-threshold."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.policy import ceiling_of
from board.model.procurement import Procurement
from board.state.limits import overrun, posted_on

_PLURAL = {"services": Bilingual("services", "les services"), "goods": Bilingual("goods", "les biens")}


@rule(
    "OPP103",
    "over-threshold",
    en="The price, {price}, makes {total} with the highest tax, over the limit of {limit} for {category}.",
    fr="Le prix, {price}, donne {total} avec la taxe la plus élevée, ce qui dépasse la limite de {limit} "
    "pour {category}.",
    fix_en="Write an amount of at most {fitting}, or buy this work in another way.",
    fix_fr="Inscrivez un montant d’au plus {fitting}, ou achetez ce travail autrement.",
)
def over_threshold(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Above its limit a purchase needs the procedures of the law, which this board does not follow.

    The highest tax of the day counts, since nobody knows yet where the tax will be due, and so does every award.

    Source: Government Contracts Regulations, section 6, by way of the policy.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    day = posted_on(opportunity, context.zone)
    over = overrun(opportunity, context.policy, ceiling_of(opportunity.category), day)
    if over is not None:
        amounts = {"price": opportunity.price, "total": over.total, "limit": over.limit, "fitting": over.fitting}
        yield Violation("/price/amount", {**amounts, "category": _PLURAL[opportunity.category]})
