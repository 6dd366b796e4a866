"""BID110 after-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.procurement import BidCase


@rule(
    "BID110",
    "after-closing",
    en="The bid arrived {received}, after the closing, {closing}.",
    fr="La soumission est arrivée le {received}, après la clôture, le {closing}.",
    fix_en="Nothing in the file can mend this. Bid on an opportunity that is still open.",
    fix_fr="Rien dans le fichier ne peut y remédier. Soumissionnez à une occasion encore ouverte.",
)
def after_closing(case: BidCase, context: Context) -> Iterator[Violation]:
    """A late bid would be written with the others in sight; the closing counts to the second, inclusive."""
    closing, received = case.opportunity.closes_at, context.received
    if received is not None and received >= inclusive(closing):
        yield Violation("", {"received": received, "closing": closing})
