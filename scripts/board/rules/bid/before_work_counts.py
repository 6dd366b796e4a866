"""BID133 before-work-counts."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID133",
    "before-work-counts",
    en="The bid arrived {received}; finished work counts from {first}.",
    fr="La soumission est arrivée le {received}\u202f; le travail fini compte à partir du {first}.",
    fix_en="Send it again from then on.",
    fix_fr="Envoyez-la de nouveau à partir de cet instant.",
)
def before_work_counts(case: BidCase, context: Context) -> Iterator[Violation]:
    """Everybody begins at one instant, so that nobody wins by having known before."""
    first, received = case.opportunity.counts_from, context.received
    if first and received and received < first:
        yield Violation("", {"received": received, "first": first})
