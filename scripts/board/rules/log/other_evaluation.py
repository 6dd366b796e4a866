"""LOG157 other-evaluation."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import evaluated


@rule(
    "LOG157",
    "other-evaluation",
    en="The log holds the evaluation {logged}; this one is {found}.",
    fr="Le registre contient l’évaluation {logged}\u202f; celle-ci est {found}.",
    fix_en="Put back `evaluation.yml` as it was; what was evaluated is not evaluated again.",
    fix_fr="Remettez `evaluation.yml` tel qu’il était\u202f; ce qui a été évalué ne l’est pas une seconde fois.",
)
def other_evaluation(course: Course, _context: Context) -> Iterator[Violation]:
    """A secret of the draw may be shown by now: whoever could change a result then could choose the winner."""
    logged, found = evaluated(course.lines), course.asked.facts.get("sha256", "")
    if course.asked.step == "evaluate" and logged and found and logged.sha256 != found:
        yield Violation("", {"logged": Verbatim(logged.sha256), "found": Verbatim(found)})
