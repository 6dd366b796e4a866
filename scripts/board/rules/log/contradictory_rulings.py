"""LOG134 contradictory-rulings."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import bench_of, named_in, spoken


@rule(
    "LOG134",
    "contradictory-rulings",
    en="{officers} contradict each other on {what}, so nothing is settled.",
    fr="{officers} se contredisent sur {what}\u202f; rien n’est donc tranché.",
    fix_en="Let them agree: the last word of each counts, and `board settle` takes another.",
    fix_fr="Qu’ils s’entendent\u00a0: le dernier mot de chacun compte, et `board settle` en accepte un autre.",
)
def contradictory_rulings(course: Course, context: Context) -> Iterator[Violation]:
    """Officers who say different things settle nothing, however many are on one side."""
    bench = bench_of(course, context)
    for doubt in course.doubts:
        officers = tuple(ruling.by for _, ruling in spoken(course.lines, doubt, bench))
        if len(officers) > 1:
            facts: dict[str, Fact] = {"officers": officers, "what": named_in(doubt)}
            yield Violation("", facts)
