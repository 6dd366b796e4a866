"""LOG171 secret-before-evaluation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG171",
    "secret-before-evaluation",
    en="No evaluation stands in the log of draw {number}, so nothing may be shown or given up.",
    fr="Aucune évaluation ne figure au registre pour le tirage {number}\u00a0: rien ne peut être dévoilé ni abandonné.",
    fix_en="Finish the evaluation first, with `board evaluate --done`.",
    fix_fr="Terminez d’abord l’évaluation, avec `board evaluate --done`.",
)
def secret_before_evaluation(course: Course, context: Context) -> Iterator[Violation]:
    """Who knows the order before the results are fixed could fail the right rivals."""
    wrong = wrong_step(course, context, "secret-before-evaluation")
    if wrong:
        yield Violation("", {"number": wrong.number})
