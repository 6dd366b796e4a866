"""LOG108 contradictory-instants."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG108",
    "contradictory-instants",
    en="Line {line} of the log says that a bid arrived on {at}, and another line or clock contradicts it.",
    fr=(
        "La ligne {line} du registre dit qu’une soumission est arrivée le {at}, et une autre ligne ou horloge "
        "la contredit."
    ),
    fix_en="The board does not guess: two officers settle it in writing, in `rulings.yml`.",
    fix_fr="Le tableau ne devine pas\u00a0: deux agents en décident par écrit, dans `rulings.yml`.",
)
def contradictory_instants(course: Course, _context: Context) -> Iterator[Violation]:
    """A clock that went back over the closing, or mail entered before it arrived: one of two instants is wrong."""
    for doubt in course.doubts:
        if doubt.reason == "contradictory-instants" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at}
            yield Violation("", facts)
