"""LOG160 evaluator-ruled."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Ruling


@rule(
    "LOG160",
    "evaluator-ruled",
    en="{evaluator} ruled on which bids count, line {line} of the log, and cannot evaluate them.",
    fr="{evaluator} a statué sur les soumissions qui comptent, ligne {line} du registre, et ne peut les évaluer.",
    fix_en="Let somebody evaluate who did not rule.",
    fix_fr="Confiez l’évaluation à une personne qui n’a pas statué.",
)
def evaluator_ruled(course: Course, _context: Context) -> Iterator[Violation]:
    """Who said which bids there are does not mark them: the other order is refused as well."""
    asked = course.asked
    if asked.step not in ("sheet", "evaluate"):
        return
    for line in course.lines:
        if isinstance(line.entry, Ruling) and line.entry.by == asked.by:
            yield Violation("", {"evaluator": asked.by, "line": line.n})
            return
