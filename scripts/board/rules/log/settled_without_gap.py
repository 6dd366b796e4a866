"""LOG156 settled-without-gap."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import apart, judged


@rule(
    "LOG156",
    "settled-without-gap",
    en="{label} {criterion} was settled as {given}, and nothing was to be settled there.",
    fr="{label} {criterion} a été réglé à {given}, et il n’y avait là rien à régler.",
    fix_en="Leave it out, or name a bid and criterion on which the sheets are too far apart; pass or fail, or a "
    "score, as it asks.",
    fix_fr="Omettez-le, ou nommez une soumission et un critère où les grilles sont trop éloignées\u202f; pass ou "
    "fail, ou une note, selon le critère.",
    audience="officers",
)
def settled_without_gap(course: Course, context: Context) -> Iterator[Violation]:
    """Where the sheets agree nobody puts anything in their place."""
    desk, criteria = course.desk, judged(course.opportunity)
    if course.asked.step != "evaluate" or desk is None:
        return
    rated = {criterion.id: criterion.kind == "rated" for criterion in criteria}
    open_ = {(found.bidder, found.criterion) for found in apart(desk, criteria, context.policy.rating_gap)}
    for one in desk.settlements:
        place = (one.bidder, one.given.criterion)
        if place not in open_ or rated[one.given.criterion] != (one.given.score is not None):
            named = {"label": Verbatim(one.label), "criterion": Verbatim(one.given.criterion)}
            yield Violation("", {**named, "given": Verbatim(one.given.shown)})
        open_.discard(place)
