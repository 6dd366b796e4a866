"""LOG133 lone-ruling."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import bench_of, command, named_in, spoken


@rule(
    "LOG133",
    "lone-ruling",
    en="{officer} alone has ruled on {what}, on line {line} of the log.",
    fr="Une seule personne, {officer}, a statué sur {what}, à la ligne {line} du registre.",
    fix_en="It takes a second officer who says the same: {command}",
    fix_fr="Il faut un second agent qui dise la même chose\u00a0: {command}",
)
def lone_ruling(course: Course, context: Context) -> Iterator[Violation]:
    """One officer’s word settles nothing, however often it is said."""
    bench = bench_of(course, context)
    for doubt in course.doubts:
        words = spoken(course.lines, doubt, bench)
        if len(words) == 1:
            ((line, ruling),) = words
            typed = Verbatim(command(course.procurement.ref, ruling.verdict))
            facts: dict[str, Fact] = {"officer": ruling.by, "what": named_in(doubt), "line": line.n, "command": typed}
            yield Violation("", facts)
