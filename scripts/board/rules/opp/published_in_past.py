"""OPP113 published-in-past."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP113",
    "published-in-past",
    en="`published_at` is {published}; this change was received later, on {received}.",
    fr="`published_at` est le {published}\u202f; cette modification a été reçue après, le {received}.",
    fix_en="Write a `published_at` that lies ahead, and move the other dates with it.",
    fix_fr="Inscrivez un `published_at` à venir, et déplacez les autres dates d’autant.",
    judges="changes",
)
def published_in_past(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """The days that bidders have are counted from the publication, so it may not lie before anybody could read it.

    Source: the days of the policy are counted from an instant that lies ahead when the posting is received. An
    opportunity that was amended has been published already.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    received = context.received
    if received is not None and opportunity.published_at < received and not opportunity.amendments:
        yield Violation("/published_at", {"published": opportunity.published_at, "received": received})
