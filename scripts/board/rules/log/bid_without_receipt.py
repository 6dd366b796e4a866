"""LOG111 bid-without-receipt."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import bid_path


@rule(
    "LOG111",
    "bid-without-receipt",
    en="A bid of {bidder} lies on a branch, and no line of the log tells when it arrived.",
    fr=(
        "Une soumission de {bidder} se trouve sur une branche, et aucune ligne du registre ne dit quand elle "
        "est arrivée."
    ),
    fix_en="The board does not guess: two officers settle it in writing, in `rulings.yml`.",
    fix_fr="Le tableau ne devine pas\u00a0: deux agents en décident par écrit, dans `rulings.yml`.",
)
def bid_without_receipt(course: Course, _context: Context) -> Iterator[Violation]:
    """A branch says that a bid is there, never since when."""
    for doubt in course.doubts:
        if doubt.reason == "no-receipt":
            yield Violation("", {"bidder": doubt.bidder}, path=bid_path(course.procurement.ref, doubt.bidder))
