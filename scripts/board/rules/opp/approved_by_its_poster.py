"""OPP136 approved-by-its-poster."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import may
from board.state.limits import posted_on


@rule(
    "OPP136",
    "approved-by-its-poster",
    en="{login} approved this opportunity, and nobody else of the organization may post it.",
    fr="{login} a approuvé cette occasion, et personne d’autre de l’organisation ne peut la publier.",
    fix_en="Have somebody approve it who does not post it.",
    fix_fr="Faites-la approuver par une personne qui ne la publie pas.",
    judges="changes",
)
def approved_by_its_poster(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """An approval is a second pair of eyes; one person cannot be both.

    The file does not name who posts: that is the author of the change, or, at the least, somebody who may post.
    """
    opportunity, organization = procurement.opportunity, procurement.organization
    if opportunity is None or organization is None:
        return
    day = posted_on(opportunity, context.zone)
    posters = {who.login for who in organization.people if may(organization, who.login, who.id, "post", day)}
    for index, given in enumerate(opportunity.approvals):
        if given.role == "approve" and posters == {given.by}:
            yield Violation(pointer_to("approvals", index, "by"), {"login": given.by})
