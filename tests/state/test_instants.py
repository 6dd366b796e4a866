"""On which lines of the log an outcome rests, and when the last of them was written."""

from dataclasses import replace
from datetime import timedelta

from tests.state.drawings import DONE, EVALUATED, SECRETS, closing, ground, lines

from board.model.draw import Draws
from board.model.log import Declared, Head, MailboxRead, Secret
from board.state.drawing import draws_of
from board.state.instants import entered_late, rested_on

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
CUT = MailboxRead("a-tremblay")
SHOWN = tuple(
    (EVALUATED + n * HOUR, Secret(who, 1, SECRETS[who])) for n, who in enumerate(("m-singh", "a-tremblay"), 1)
)


def test_mail_that_was_entered_after_the_closing_is_told() -> None:
    """The bid of record alone; what was entered by the last second, and what no mailbox took, is not."""
    on = closing("mail-1", "mail-2", "maple")
    late, mail = on.closes_at + SECOND, Head("mail", "mail-1", "", "0" * 40, "0" * 64, on.closes_at, "a-tremblay")
    heads = (
        (late, mail),
        (on.closes_at, replace(mail, bidder="mail-2")),
        (late, replace(mail, source="host")),
        (late, mail),
    )

    assert [line.n for line in entered_late(lines(*heads, first=1), on)] == [1]


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
