"""OPP115 unlisted-licence."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP115",
    "unlisted-licence",
    en="{found} is not among the licences of the policy.",
    fr="{found} ne figure pas parmi les licences de la politique.",
    fix_en="Write one of {licences}.",
    fix_fr="Inscrivez l’une de celles-ci\u00a0: {licences}.",
    judges="changes",
)
def unlisted_licence(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """What is paid for by everybody is shared with everybody, under a licence that others know and can use.

    It judges changes: the list has no dates, and what was allowed once stays so.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    licences = context.policy.licences
    if opportunity.licence not in licences:
        yield Violation("/licence", {"found": opportunity.licence, "licences": tuple(map(Verbatim, licences))})
