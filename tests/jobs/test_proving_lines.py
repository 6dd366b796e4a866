"""A closing accounts for every line in time, once and for what it is; whoever makes its tag anew is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.jobs.purchase import AT, board
from tests.jobs.receipts import CLOSES, EARLY, LATE, SECOND, log
from tests.memory import Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.jobs import close
from board.jobs.acting import Ground, ground
from board.jobs.hosting import head_at
from board.jobs.log import log_of
from board.jobs.proving_lines import Account, account
from board.model.arrivals import Opening
from board.model.closing import Attempt, Closing, Recorded
from board.model.log import Head, MailboxRead, Veiled
from board.model.reference import bid_branch
from board.state.ledger.log import digest_of

# Of every line here; real ones differ.
SALT = "7" * 64
LOGINS = ("atelier-boreal", "maple-works", "northbit")


def veiled(head: Head) -> Veiled:
    """What the log tells of a head until the closing."""
    return Veiled("host", digest_of(head, SALT))


@pytest.fixture
def played() -> tuple[Memory, Closing]:
    """Boreal bids twice, maple takes back what it had sent twice, northbit bids once, and once more too late."""
    memory = board()
    heads = {
        login: head_at(memory, REF, login, memory.refs[f"refs/heads/{bid_branch(login, REF)}"]) for login in LOGINS
    }
    before = {login: replace(head, blob=blob_id(b"first"), sha256="1" * 64) for login, head in heads.items()}
    boreal, maple, northbit = (heads[login] for login in LOGINS)
    gone = replace(maple, blob="", sha256="")
    sent = [before["atelier-boreal"], before["maple-works"], boreal, maple, gone, northbit]
    for n, head in enumerate(sent):
        log(memory, EARLY + n * SECOND, veiled(head))
    log(memory, CLOSES + SECOND, veiled(before["northbit"]))
    log(memory, LATE, MailboxRead("a-tremblay"))
    openings = {n: Opening(head, SALT) for n, head in enumerate([*sent, before["northbit"]], 1)}
    memory.remove(f"refs/heads/{bid_branch('maple-works', REF)}")
    done = close.decide(memory, close.Request(REF, LATE, "machine"), openings, SCHEMAS).closing
    assert done
    return memory, done


def adds_up(memory: Memory, closing: Closing) -> Account:
    """What a clone says of it."""
    found = ground(memory, REF, AT, SCHEMAS)
    assert isinstance(found, Ground)
    return account(found, log_of(memory), closing, {})


def test_every_line_in_time_is_told(played: tuple[Memory, Closing]) -> None:
    """What was overtaken by name, what was taken back without, and what came too late as a digest."""
    memory, closing = played

    assert [(row.bidder, row.receipt) for row in closing.bids] == [("atelier-boreal", 3), ("northbit", 6)]
    assert [(row.bidder, row.receipt, row.salt) for row in closing.earlier] == [("atelier-boreal", 1, SALT)]
    assert [(row.receipt, row.lines) for row in closing.withdrawn] == [(4, (2, 5))]
    assert [row.receipt for row in closing.late] == [7]
    assert adds_up(memory, closing) == Account()


def without(login: str) -> Callable[[Closing], Closing]:
    """A closing that forgets a bid."""
    return lambda closing: replace(closing, bids=tuple(row for row in closing.bids if row.bidder != login))


def earlier_instead(closing: Closing) -> Closing:
    """What had been overtaken counts, and what overtook it does not."""
    (first,), (last, other) = closing.earlier, closing.bids
    return replace(closing, bids=(first, other), earlier=(last,))


def taken_back(closing: Closing) -> Closing:
    """A bid passes for one of the lines of who took a bid back."""
    (gone,) = closing.withdrawn
    hidden = replace(gone, lines=(2, 5, 6))
    return replace(without("northbit")(closing), withdrawn=(hidden,))


def alone(closing: Closing) -> Closing:
    """A bid passes for one that was taken back, and no line says so."""
    (gone,) = closing.withdrawn
    row = next(row for row in closing.bids if row.bidder == "northbit")
    return replace(without("northbit")(closing), withdrawn=(gone, Attempt(6, digest_of(opened(row), SALT))))


def opened(row: Recorded) -> Head:
    """The head of a row."""
    return Head("host", row.bidder, row.id, row.blob, row.sha256)


@pytest.mark.parametrize(
    ("changed", "left_out", "overtaken"),
    [
        (without("northbit"), (6,), ()),
        (without("atelier-boreal"), (3,), ("atelier-boreal",)),
        (earlier_instead, (), ("atelier-boreal",)),
        (alone, (6,), ()),
        (lambda closing: replace(closing, earlier=()), (1,), ()),
        (lambda closing: replace(closing, withdrawn=()), (2, 4, 5), ()),
        (lambda closing: replace(closing, late=()), (7,), ()),
        (lambda closing: replace(closing, line=5, bids=closing.bids[:1]), (6, 7), ()),
    ],
)
def test_a_closing_that_is_made_anew_is_named(
    played: tuple[Memory, Closing],
    changed: Callable[[Closing], Closing],
    left_out: tuple[int, ...],
    overtaken: tuple[str, ...],
) -> None:
    """By the lines of which it says nothing true, and by whoever has another bid by them."""
    memory, closing = played

    assert adds_up(memory, changed(closing)) == Account(left_out, overtaken)


def test_a_cut_that_takes_in_what_was_entered_behind_the_mailbox_is_named(played: tuple[Memory, Closing]) -> None:
    """The mailbox was read; a letter that somebody enters after it, with an arrival in time, is not in the closing."""
    memory, closing = played
    letter = Head("mail", "mail-7", "", "b" * 40, "c" * 64, EARLY, "a-tremblay")
    log(memory, LATE + SECOND, letter)
    row = Recorded("mail-7", "", "en", EARLY, "mail", 9, "", "b" * 40, "c" * 64)
    longer = replace(closing, line=9, bids=(closing.bids[0], row, closing.bids[1]))

    assert adds_up(memory, closing) == Account()
    assert adds_up(memory, longer) == Account((9,), ())


def test_who_took_a_bid_back_is_not_named_so_nobody_else_can_say_which_lines_were_theirs(
    played: tuple[Memory, Closing],
) -> None:
    """The limit of it: a supplier whose bid is told as taken back proves the contrary with the receipt."""
    memory, closing = played

    assert adds_up(memory, taken_back(closing)) == Account()
