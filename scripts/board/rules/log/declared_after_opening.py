"""LOG146 declared-after-opening."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Opened
from board.state.evaluating import conflict


@rule(
    "LOG146",
    "declared-after-opening",
    en="The bids were opened on {opened}; that there is no conflict is said before.",
    fr="Les soumissions ont été ouvertes le {opened}\u202f; l’absence de conflit se déclare avant.",
    fix_en="Let those evaluate who declared in time, or cancel and post the work again.",
    fix_fr="Confiez l’évaluation à qui l’a déclaré à temps, ou annulez l’achat et affichez de nouveau le travail.",
)
def declared_after_opening(course: Course, _context: Context) -> Iterator[Violation]:
    """Said later, it would be said knowing whose offer is good; that there is a conflict can be told at any time."""
    asked = course.asked
    if asked.step != "declare" or asked.facts["conflict"] != "none" or conflict(course.lines, asked.by):
        return
    for line in course.lines:
        if isinstance(line.entry, Opened):
            yield Violation("", {"opened": line.at})
            return
