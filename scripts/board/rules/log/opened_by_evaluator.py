"""LOG203 opened-by-evaluator."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Evaluated, Sheet
from board.state.evaluating import team


@rule(
    "LOG203",
    "opened-by-evaluator",
    en="{login} evaluates these bids, and so does not open them.",
    fr="{login} évalue ces soumissions, et ne les ouvre donc pas.",
    fix_en="Let the keeper of the key open them. One person alone on a trial board may do all.",
    fix_fr="Laissez la personne qui garde la clé les ouvrir. Une personne seule sur un tableau d’essai peut tout "
    "faire.",
)
def opened_by_evaluator(course: Course, context: Context) -> Iterator[Violation]:
    """Who evaluates never holds the key: they would be the only one to know what a bid said before it was opened."""
    asked, organization = course.asked, course.procurement.organization
    alone = context.settings.mode == "trial" and organization is not None and len(organization.people) == 1
    evaluating = {line.entry.by for line in course.lines if isinstance(line.entry, Sheet | Evaluated)}
    # Whoever approves or awards declares as well, and evaluates nothing.
    evaluating.update(team(course.lines, organization, context.zone))
    if asked.step == "open" and asked.by in evaluating and not alone:
        yield Violation("", {"login": asked.by})
