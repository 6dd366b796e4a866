"""LOG150 unmarked-bid."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import asked_of, judged


@rule(
    "LOG150",
    "unmarked-bid",
    en="{label} has no mark on {criterion}.",
    fr="{label} n’a pas de note pour {criterion}.",
    fix_en="Mark every bid of the sheet on every criterion.",
    fix_fr="Notez chaque soumission de la grille selon chaque critère.",
)
def unmarked_bid(course: Course, _context: Context) -> Iterator[Violation]:
    """Every bid is judged on every criterion, by all evaluators, alike; finished work until enough of it passes."""
    if course.desk is None:
        return
    criteria = judged(course.opportunity)
    for handed in course.desk.handed:
        if handed.sheet is None:
            continue
        given = {
            (marked.label, one.criterion)
            for marked in handed.sheet.bids
            for one in marked.marks
            if (one.passed, one.score) != (None, None)
        }
        asked = asked_of(course.desk, handed, criteria)
        for label, bidder in course.desk.labels[handed.by].items():
            for criterion in criteria if bidder in asked else ():
                if (label, criterion.id) not in given:
                    facts = {"label": Verbatim(label), "criterion": Verbatim(criterion.id)}
                    yield Violation("/bids", facts, path=handed.path)
