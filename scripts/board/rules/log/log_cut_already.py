"""LOG104 log-cut-already."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.arrivals import mailbox_reading


@rule(
    "LOG104",
    "log-cut-already",
    en="The log of this purchase is cut at line {line}; the mailbox is not read once more.",
    fr=(
        "Le registre de cet achat est coupé à la ligne {line}\u202f; la boîte courriel ne se lit pas une seconde fois."
    ),
    fix_en=(
        "Enter what was found with `board receive {ref} --by-mail`; two officers then settle in writing "
        "whether it counts."
    ),
    fix_fr=(
        "Consignez ce qui a été trouvé avec `board receive {ref} --by-mail`\u202f; deux agents décident "
        "ensuite par écrit si cela compte."
    ),
)
def log_cut_already(course: Course, _context: Context) -> Iterator[Violation]:
    """A second cut would let somebody choose, between two lists of bids, the one that suits."""
    if course.asked.step != "read-mailbox":
        return
    read = mailbox_reading(course.lines, course.opportunity.closes_at)
    cut = read.n if read else course.closing.line if course.closing else 0
    if cut:
        yield Violation("", {"line": cut, "ref": Verbatim(course.procurement.ref)})
