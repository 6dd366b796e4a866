"""LOG155 scores-far-apart."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import apart, judged


@rule(
    "LOG155",
    "scores-far-apart",
    en="On {criterion}, bid {label} of your sheet has {low} and {high}.",
    fr="Pour {criterion}, la soumission {label} de votre grille a {low} et {high}.",
    fix_en="Settle it between the evaluators, write down why, and add: {option}",
    fix_fr="Réglez-le entre évaluateurs, écrivez pourquoi, et ajoutez\u00a0: {option}",
    audience="officers",
)
def scores_far_apart(course: Course, context: Context) -> Iterator[Violation]:
    """A mean would hide that somebody read the answer otherwise; policy says how far is too far."""
    desk = course.desk
    if course.asked.step != "evaluate" or desk is None:
        return
    letters = {bidder: label for label, bidder in desk.labels[course.asked.by].items()}
    settled = {(one.bidder, one.given.criterion) for one in desk.settlements}
    for found in apart(desk, judged(course.opportunity), context.policy.rating_gap):
        if (found.bidder, found.criterion) not in settled:
            option = f"--settle {letters[found.bidder]} {found.criterion} SCORE --note FILE"
            marks = {"low": Verbatim(found.low.shown), "high": Verbatim(found.high.shown), "option": Verbatim(option)}
            yield Violation(
                "", {"criterion": Verbatim(found.criterion), "label": Verbatim(letters[found.bidder]), **marks}
            )
