"""LOG137 unheard-ruling."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Ruling
from board.state.rulings import bench_of, unheard


@rule(
    "LOG137",
    "unheard-ruling",
    en="What line {line} of the log rules in the name of {officer} counts for nothing.",
    fr="Ce que la ligne {line} du registre tranche au nom de {officer} ne compte pas.",
    fix_en=(
        "Ask who wrote it: rulings are for officers who hold `receive` or `contract` that day and neither bid nor "
        "evaluate, and on what is in doubt."
    ),
    fix_fr=(
        "Demandez qui l’a écrite\u00a0: statuent les agents qui ont ce jour-là `receive` ou `contract`, ne "
        "soumissionnent ni n’évaluent, et sur ce qui est en doute."
    ),
    severity="warning",
)
def unheard_ruling(course: Course, context: Context) -> Iterator[Violation]:
    """Acts refuse such a line; whoever wrote it went around them, and nobody’s bid comes in or falls out by it."""
    if course.asked.step == "ruling" or (course.asked.step == "close" and course.closing is None):
        for line in unheard(course.lines, bench_of(course, context)):
            if isinstance(line.entry, Ruling):
                yield Violation("", {"line": line.n, "officer": line.entry.by})
