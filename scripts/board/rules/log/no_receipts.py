"""LOG107 no-receipts."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.arrivals import settled_at


@rule(
    "LOG107",
    "no-receipts",
    en="The log holds no line up to {settled}, so nothing tells which bids came in time.",
    fr=(
        "Le registre ne compte aucune ligne jusqu’au {settled}\u202f; rien n’indique donc quelles soumissions "
        "sont arrivées à temps."
    ),
    fix_en=(
        "Run it where the log is: git fetch origin receipts. Where it holds later lines alone, say that the mailbox is "
        "read: board receive {ref} --mailbox-read. Without a log a trial board awards without receipts, and its record "
        "says so."
    ),
    fix_fr=(
        "Lancez-la là où se trouve le registre\u00a0: git fetch origin receipts. S’il n’a que des lignes plus "
        "tardives, dites que la boîte est lue\u00a0: board receive {ref} --mailbox-read. Sans registre, un tableau "
        "d’essai attribue sans accusés de réception, et son dossier le dit."
    ),
)
def no_receipts(course: Course, context: Context) -> Iterator[Violation]:
    """Dates in Git objects are chosen by whoever makes them, so without a receipt nobody knows when a bid came."""
    asked = course.asked
    settled = settled_at(course.opportunity.closes_at, context.policy.days.settle_minutes)
    nothing = context.settings.mode == "trial" and not course.cut and not course.broken
    if asked.step in ("close", "ruling") and nothing and asked.at >= settled and "unreadable" not in asked.facts:
        yield Violation("", {"settled": settled, "ref": Verbatim(course.procurement.ref)})
