"""LOG116 mail-behind-cut."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.scalar import instant
from board.state.arrivals import mailbox_reading


@rule(
    "LOG116",
    "mail-behind-cut",
    en="The log is cut at line {line}: this bid, which arrived {arrived}, is entered behind it and is indeterminate.",
    fr=(
        "Le registre est coupé à la ligne {line}\u00a0: cette soumission, arrivée le {arrived}, est consignée "
        "après la coupe et reste indéterminée."
    ),
    fix_en=(
        "The board does not guess. Two officers rule on it, each with the line of its receipt: board settle {ref} "
        "--receipt LINE --counts yes|no --because WORD --as LOGIN"
    ),
    fix_fr=(
        "Le tableau ne devine pas. Deux agents en décident, chacun avec la ligne de son accusé de réception\u00a0: "
        "board settle {ref} --receipt LIGNE --counts yes|no --because MOT --as LOGIN"
    ),
    severity="warning",
)
def mail_behind_cut(course: Course, _context: Context) -> Iterator[Violation]:
    """A letter found too late is entered, and nobody alone decides whether it counts."""
    asked = course.asked
    arrived = asked.facts.get("arrived")
    if asked.step != "receive" or not arrived:
        return
    read = mailbox_reading(course.lines, course.opportunity.closes_at)
    cut = read.n if read else course.closing.line if course.closing else 0
    if cut and instant(arrived) < inclusive(course.opportunity.closes_at):
        ref = Verbatim(course.procurement.ref)
        yield Violation("", {"line": cut, "arrived": instant(arrived), "ref": ref})
