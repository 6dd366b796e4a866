"""On which lines of the log an outcome rests, and when the last of them was written."""

from datetime import timedelta

from tests.state.drawings import DONE, EVALUATED, SECRETS, closing, ground, lines

from board.model.draw import Draws
from board.model.log import Declared, MailboxRead, Secret
from board.state.drawing import draws_of
from board.state.instants import rested_on

HOUR = timedelta(hours=1)
CUT = MailboxRead("a-tremblay")
SHOWN = tuple(
    (EVALUATED + n * HOUR, Secret(who, 1, SECRETS[who])) for n, who in enumerate(("m-singh", "a-tremblay"), 1)
)


def test_an_outcome_rests_on_cut_evaluation_and_secrets() -> None:
    """Whichever came last, and nothing that came behind it or was said again."""
    cut = lines((EVALUATED - HOUR, CUT), first=5)
    told = (
        *cut,
        *lines(DONE, *SHOWN, (EVALUATED + 9 * HOUR, Declared("x9", "none")), (EVALUATED + 9 * HOUR, SHOWN[0][1])),
    )
    on = closing("alder", "birch", "cedar")
    draws = draws_of(ground(told))

    assert isinstance(draws, Draws)
    assert rested_on(told, on, evaluation=False, draws=None) == EVALUATED - HOUR
    assert rested_on(told, on, evaluation=True, draws=None) == EVALUATED
    assert rested_on(told, on, evaluation=True, draws=draws) == EVALUATED + 2 * HOUR
    assert rested_on((), on, evaluation=True, draws=draws) is None
