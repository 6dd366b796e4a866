"""BID109 before-publication."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID109",
    "before-publication",
    en="The bid arrived {received}, before the opportunity opens, {opens}.",
    fr="La soumission est arrivée le {received}, avant l’ouverture de l’occasion, le {opens}.",
    fix_en="Send it no earlier than {opens}.",
    fix_fr="Envoyez-la de nouveau à compter du {opens}.",
)
def before_publication(case: BidCase, context: Context) -> Iterator[Violation]:
    """Everybody has the same time to bid; who saw the request before its publication gains nothing by it."""
    opens, received = case.opportunity.published_at, context.received
    if received is not None and received < opens:
        yield Violation("", {"received": received, "opens": opens})
