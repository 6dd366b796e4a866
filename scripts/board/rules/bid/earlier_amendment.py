"""BID122 earlier-amendment."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID122",
    "earlier-amendment",
    en="The bid answers amendment {answered} and arrived {received}; amendment {number} was published {published}.",
    fr="La soumission répond à la modification {answered} et est arrivée le {received}, alors que la modification "
    "{number} a été publiée le {published}.",
    fix_en="Read amendment {number}, see whether your offer still holds, and write {number}.",
    fix_fr="Lisez la modification {number}, voyez si votre offre tient toujours, et inscrivez {number}.",
)
def earlier_amendment(case: BidCase, context: Context) -> Iterator[Violation]:
    """Who bids after an amendment offers what it asks; a bid that arrived before counts as long as it still passes."""
    received = context.received
    if received is None:
        return
    seen = [amendment for amendment in case.opportunity.amendments if amendment.published_at <= received]
    newest = max(seen, key=lambda amendment: amendment.number, default=None)
    if newest and newest.number > case.bid.amendment:
        facts: dict[str, Fact] = {
            "answered": case.bid.amendment,
            "received": received,
            "number": newest.number,
            "published": newest.published_at,
        }
        yield Violation("/amendment", facts)
