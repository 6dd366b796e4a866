"""LOG145 undeclared-evaluator."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import conflict


@rule(
    "LOG145",
    "undeclared-evaluator",
    en="{evaluator} has not said whether there is a conflict of interest.",
    fr="{evaluator} n’a pas dit s’il y a un conflit d’intérêts.",
    fix_en="See who bid, and declare: {command}",
    fix_fr="Voyez qui a soumissionné, et déclarez\u00a0: {command}",
)
def undeclared_evaluator(course: Course, _context: Context) -> Iterator[Violation]:
    """Whoever evaluates says so first, knowing who bid and not yet what."""
    asked = course.asked
    if asked.step in ("sheet", "evaluate") and not conflict(course.lines, asked.by):
        command = f"board evaluate {course.procurement.ref} --as {asked.by} --declare none"
        yield Violation("", {"evaluator": asked.by, "command": Verbatim(command)})
