"""LOG189 draw-by-bidder."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG189",
    "draw-by-bidder",
    en="{login} made one of the bids, and takes no part in draw {number}.",
    fr="{login} a présenté l’une des soumissions, et ne participe pas au tirage {number}.",
    fix_en="Have it done by somebody who did not bid.",
    fix_fr="Faites-le faire par une personne qui n’a pas soumissionné.",
)
def draw_by_bidder(course: Course, context: Context) -> Iterator[Violation]:
    """Nobody who acts on a purchase is one of its bidders."""
    wrong = wrong_step(course, context, "draw-by-bidder")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
