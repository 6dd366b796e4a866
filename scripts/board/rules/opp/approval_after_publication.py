"""OPP107 approval-after-publication."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.limits import posted_on


@rule(
    "OPP107",
    "approval-after-publication",
    en="The approval of {login} is of {approved}, after the publication on {published}.",
    fr="L’approbation de {login} est datée du {approved}, après la publication du {published}.",
    fix_en="Have it approved first, and publish it then.",
    fix_fr="Faites approuver d’abord, et publiez ensuite.",
)
def approval_after_publication(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """What is approved after the fact was published by one person alone."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    published = posted_on(opportunity, context.zone)
    for index, given in enumerate(opportunity.approvals):
        if given.approved_on > published:
            days = {"approved": given.approved_on, "published": published}
            yield Violation(pointer_to("approvals", index, "approved_on"), {"login": given.by, **days})
