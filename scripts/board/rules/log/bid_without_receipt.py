"""LOG111 bid-without-receipt."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
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
    fix_en=(
        "The board does not guess. Two officers rule on it, each with: board settle {ref} --bidder {login} "
        "--counts yes|no --because WORD --as LOGIN"
    ),
    fix_fr=(
        "Le tableau ne devine pas. Deux agents en décident, chacun avec\u00a0: board settle {ref} --bidder {login} "
        "--counts yes|no --because MOT --as LOGIN"
    ),
)
def bid_without_receipt(course: Course, _context: Context) -> Iterator[Violation]:
    """A branch says that a bid is there, never since when."""
    for doubt in course.doubts:
        if doubt.reason == "no-receipt":
            ref, login = course.procurement.ref, doubt.bidder
            facts: dict[str, Fact] = {"bidder": login, "login": Verbatim(login), "ref": Verbatim(ref)}
            yield Violation("", facts, path=bid_path(ref, login))
