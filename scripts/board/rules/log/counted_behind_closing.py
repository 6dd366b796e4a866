"""LOG135 counted-behind-closing."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import bench_of, counted_behind, named, settled


@rule(
    "LOG135",
    "counted-behind-closing",
    en="Two officers ruled that {what} counts, and the closing stands without it.",
    fr="Deux agents ont statué que {what} compte, et la clôture est faite sans elle.",
    fix_en=(
        "Nothing changes a closing: end it with `board cancel {ref} --reason flawed`, and post it again with "
        "`rerun_of`."
    ),
    fix_fr=(
        "Rien ne change une clôture\u00a0: mettez fin à l’achat avec `board cancel {ref} --reason flawed`, puis "
        "publiez-le de nouveau avec `rerun_of`."
    ),
)
def counted_behind_closing(course: Course, context: Context) -> Iterator[Violation]:
    """Whoever closes gets the same bids, so a bid that should be among them and is not makes the procurement flawed."""
    if course.asked.step != "close" or course.closing is None:
        return
    for one in counted_behind(settled(course.lines, bench_of(course, context)), course.closing):
        ref = Verbatim(course.procurement.ref)
        facts: dict[str, Fact] = {"what": named(one.verdict.receipt, ""), "ref": ref}
        yield Violation("", facts)
