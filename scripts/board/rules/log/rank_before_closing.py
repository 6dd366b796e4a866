"""LOG186 rank-before-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.state.demands import DEMANDS


@rule(
    "LOG186",
    "rank-before-closing",
    en="Bids count until {closing}, and before that the method {method} shows no ranking.",
    fr="Les soumissions comptent jusqu’au {closing}, et la méthode {method} ne montre aucun classement avant.",
    fix_en="Ask for it after the closing.",
    fix_fr="Demandez-le après la clôture.",
)
def rank_before_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """Whoever is told who is first bids differently; in a reverse auction everybody is told."""
    asked, opportunity = course.asked, course.opportunity
    demands = DEMANDS.get(opportunity.selection_method)
    shown = demands is not None and demands.auction
    if asked.step == "rank" and not shown and asked.at < inclusive(opportunity.closes_at):
        yield Violation(
            "/closes_at", {"closing": opportunity.closes_at, "method": Verbatim(opportunity.selection_method)}
        )
