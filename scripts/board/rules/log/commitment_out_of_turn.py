"""LOG178 commitment-out-of-turn."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.draw_steps import wrong_step


@rule(
    "LOG178",
    "commitment-out-of-turn",
    en="Draw {number} takes no commitment of {login}.",
    fr="Le tirage {number} n’accepte pas d’engagement de {login}.",
    fix_en="Commit once, of two people, to a draw that is held again.",
    fix_fr="Engagez-vous une seule fois, à deux personnes, sur un tirage tenu de nouveau.",
)
def commitment_out_of_turn(course: Course, context: Context) -> Iterator[Violation]:
    """The commitments of the first draw stand in the opportunity, and who has promised once has chosen."""
    wrong = wrong_step(course, context, "commitment-out-of-turn")
    if wrong:
        yield Violation("", {"login": wrong.by, "number": wrong.number})
