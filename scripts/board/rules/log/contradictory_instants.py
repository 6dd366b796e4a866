"""LOG108 contradictory-instants."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
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
    fix_en=(
        "The board does not guess. Two officers rule on it, each with: board settle {ref} --receipt {line} "
        "--counts yes|no --because WORD --as LOGIN"
    ),
    fix_fr=(
        "Le tableau ne devine pas. Deux agents en décident, chacun avec\u00a0: board settle {ref} --receipt {line} "
        "--counts yes|no --because MOT --as LOGIN"
    ),
)
def contradictory_instants(course: Course, _context: Context) -> Iterator[Violation]:
    """A clock that went back over the closing, or mail entered before it arrived: one of two instants is wrong."""
    ref = Verbatim(course.procurement.ref)
    for doubt in course.doubts:
        if doubt.reason == "contradictory-instants" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at, "ref": ref}
            yield Violation("", facts)
