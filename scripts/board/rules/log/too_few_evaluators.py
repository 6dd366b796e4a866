"""LOG153 too-few-evaluators."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import needed, team


@rule(
    "LOG153",
    "too-few-evaluators",
    en="Rated criteria take {needed} evaluators; declared to have no conflict: {found}.",
    fr="Des critères cotés demandent {needed} évaluateurs\u202f; personnes ayant déclaré l’absence de conflit\u00a0: "
    "{found}.",
    fix_en="Let another person declare and fill in a sheet.",
    fix_fr="Faites déclarer une autre personne, qui remplira aussi une grille.",
)
def too_few_evaluators(course: Course, context: Context) -> Iterator[Violation]:
    """A score is a judgement, and one person’s judgement alone decides no purchase."""
    wanted = needed(course.opportunity)
    found = len(team(course.lines, course.procurement.organization, context.zone))
    if course.asked.step == "evaluate" and found < wanted:
        yield Violation("/evaluation_criteria", {"needed": wanted, "found": found})
