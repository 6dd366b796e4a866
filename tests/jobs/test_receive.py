"""Mail: entered unchanged in one act, under the name that its file bears, from when it arrived, and once."""

from datetime import datetime, timedelta

import pytest
from tests.jobs.purchase import ALT_TEXT, OPPORTUNITY, ORGANIZATION, Did, board, names
from tests.jobs.receipts import CLOSES, EARLY, LATE, LIVE, SECOND, SETTLING, asked, closed, log, receipted
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, bids_on_branches

from board.jobs import receive
from board.jobs.acting import Request, UnknownProcurementError
from board.jobs.log import BRANCH, log_of
from board.jobs.received import branches
from board.model.log import Head, MailboxRead, Opened
from board.model.reference import bid_branch, bid_path
from board.model.snapshot import MAIN, Nothing, Written
from board.state.ledger.log import LOG, blob_id


def letter(bidder: str = "mail-7", more: str = "") -> bytes:
    """The file of a bid, as its supplier sent it."""
    return bids_on_branches()["maple-works"].replace(b'"maple-works"', f'"{bidder}"'.encode()) + more.encode()


def answer(
    memory: Memory,
    data: bytes,
    arrived: datetime = EARLY,
    at: datetime = LATE,
    by: str = "a-tremblay",
    ref: str = REF,
) -> receive.Answer:
    """What comes of mail that somebody enters; nothing is written."""
    asked_for = Request(ref, by, "", at, "machine")
    return receive.mail(memory, asked_for, receive.Mail(data, arrived), SCHEMAS)


def entered(memory: Memory, data: bytes, arrived: datetime = EARLY, at: datetime = LATE, by: str = "a-tremblay") -> Did:
    """The same, and written."""
    return memory.act(lambda _: answer(memory, data, arrived, at, by).outcome)


def reading(memory: Memory, at: datetime = LATE, by: str = "a-tremblay") -> receive.Answer:
    """What comes of a mailbox that somebody says is read."""
    return receive.mailbox(memory, Request(REF, by, "", at, "machine"), SCHEMAS)


def heads(memory: Memory) -> list[tuple[str, datetime | None]]:
    """Name and arrival of each bid by mail in the log."""
    return [(e.bidder, e.arrived) for line in log_of(memory).lines if isinstance(e := line.entry, Head) and e.arrived]


def test_mail_is_entered_unchanged_in_one_act() -> None:
    """File, branch and line, which says by whom, when it arrived, and its digest; main stays."""
    memory = board()
    data, main = letter(), memory.refs[MAIN]

    done = entered(memory, data)

    assert isinstance(done, Written)
    branch = f"refs/heads/{bid_branch('mail-7', REF)}"
    assert memory.tree(branch) == {**memory.tree(MAIN), bid_path(REF, "mail-7"): data}
    assert memory.commit(branch).parents == (main,)
    assert memory.refs[MAIN] == main
    (line,) = log_of(memory).lines
    head = line.entry
    assert isinstance(head, Head)
    assert (head.source, head.bidder, head.id, head.blob) == ("mail", "mail-7", "", blob_id(data))
    assert (head.arrived, head.by, line.at) == (EARLY, "a-tremblay", LATE)


def test_a_reply_that_was_lost_is_given_again() -> None:
    """The same line, and nothing is written twice; the same file sent later is the same bid."""
    memory = board()
    entered(memory, letter())
    refs = memory.refs

    again = answer(memory, letter())
    later = answer(memory, letter(), arrived=EARLY + SECOND)

    assert again.outcome == later.outcome == Nothing()
    assert again.line == later.line == log_of(memory).lines[0]
    assert memory.refs == refs


def test_the_first_arrival_counts_although_it_is_entered_second() -> None:
    """One bid, two lines."""
    memory = board()
    entered(memory, letter(), arrived=EARLY)
    entered(memory, letter(), arrived=EARLY - SECOND)
    for login in bids_on_branches():
        memory.remove(f"refs/heads/{bid_branch(login, REF)}")
    log(memory, LATE, MailboxRead("a-tremblay"))

    closing = asked(memory).closing

    assert closing is not None
    assert [(row.bidder, row.received_at, row.receipt) for row in closing.bids] == [("mail-7", EARLY - SECOND, 2)]


def test_a_number_that_is_taken_by_another_file_is_refused() -> None:
    """Else a letter could replace somebody’s bid."""
    memory = board()
    entered(memory, letter())

    assert names(answer(memory, letter(more="# another\n")).outcome) == ["mail-number-taken"]
    assert isinstance(entered(memory, letter("mail-8")), Written)


def test_the_same_sender_corrects_a_bid() -> None:
    """An officer saw who sent it: the later file stands, on the branch after the one before."""
    memory = board()
    entered(memory, letter())
    first = memory.refs[f"refs/heads/{bid_branch('mail-7', REF)}"]
    mended, later = letter(more="# mended\n"), EARLY + SECOND

    done = replaced(memory, mended, later)
    again = replaced(memory, mended, later)
    older = replaced(memory, letter(more="# older\n"), EARLY)

    assert isinstance(done, Written)
    assert again == Nothing()
    assert names(older) == ["mail-overtaken"]
    branch = f"refs/heads/{bid_branch('mail-7', REF)}"
    assert memory.tree(branch)[bid_path(REF, "mail-7")] == mended
    assert memory.commit(branch).parents == (first,)
    for login in bids_on_branches():
        memory.remove(f"refs/heads/{bid_branch(login, REF)}")
    log(memory, LATE, MailboxRead("a-tremblay"))
    closing = asked(memory).closing
    assert closing is not None
    assert [(row.bidder, row.receipt) for row in closing.bids] == [("mail-7", 2)]
    assert [(row.bidder, row.receipt) for row in closing.earlier] == [("mail-7", 1)]


def replaced(memory: Memory, data: bytes, arrived: datetime) -> Did:
    """What comes of mail that an officer saw to be from the sender of the one before."""
    asked_for = Request(REF, "a-tremblay", "", LATE, "machine")
    mail = receive.Mail(data, arrived, replaces=True)
    return memory.act(lambda seen: receive.mail(seen, asked_for, mail, SCHEMAS).outcome)


@pytest.mark.parametrize("data", [letter("maple-works"), b"\xff[", b"", letter("mail-007x")])
def test_what_bears_no_name_gets_the_next_free_one(data: bytes) -> None:
    """It is received, and told that it will not pass."""
    memory = board()
    entered(memory, letter("mail-1"))

    told = answer(memory, data)
    entered(memory, data)

    assert names(told.findings) == ["mail-without-name"]
    assert heads(memory)[1] == ("mail-2", EARLY)
    assert answer(memory, data).outcome == Nothing()


def test_mail_after_the_closing_is_taken_in_and_late() -> None:
    """It is told so, and stands in the closing as a digest."""
    memory = receipted()

    told = answer(memory, letter(), arrived=CLOSES + SECOND)
    entered(memory, letter(), arrived=CLOSES + SECOND)
    log(memory, LATE, MailboxRead("a-tremblay"))

    assert names(told.findings) == ["mail-after-closing"]
    closing = asked(memory).closing
    assert closing is not None
    assert [row.receipt for row in closing.late] == [4]
    assert names(answer(receipted(), letter(), arrived=CLOSES).findings) == []


def test_mail_in_time_that_is_found_behind_the_cut_is_indeterminate() -> None:
    """It is entered, whoever enters it is told, and so is whoever closes."""
    memory = receipted()
    log(memory, LATE, MailboxRead("a-tremblay"))

    told = answer(memory, letter())
    entered(memory, letter())

    assert names(told.findings) == ["mail-behind-cut"]
    assert names(asked(memory).findings) == ["receipt-behind-cut"]


def test_a_purchase_that_takes_no_bid_says_so() -> None:
    """Planned, ended, or not there at all."""
    memory = board()
    cancellation = b'schema: 1\nopportunity: "dex-mex/2026/date-filter"\nreason: "no-bid"\ndecided_by: "a-tremblay"\n'
    cancellation += b'decided_at: "2026-09-15T14:30:00-04:00"\n'
    ended = board()
    ended.put({**ended.tree(MAIN), f"opportunities/{REF}/cancellation.yml": cancellation}, [ended.refs[MAIN]])

    planned = datetime.fromisoformat("2026-09-08T08:59:59-04:00")
    assert names(answer(memory, letter(), arrived=planned).outcome) == ["mail-before-publication"]
    assert names(answer(ended, letter()).outcome) == ["step-after-end"]
    with pytest.raises(UnknownProcurementError):
        answer(memory, letter(), ref="dex-mex/2026/nothing")


def test_mail_does_not_arrive_in_the_future_and_is_not_huge() -> None:
    """Most often the offset is wrong, or the whole mail was saved."""
    memory = board()

    assert "arrival-ahead-of-clock" in names(answer(memory, letter(), arrived=LATE + SECOND).outcome)
    assert "oversized-mail" in names(answer(memory, letter(more="#" * 65536)).outcome)


@pytest.mark.parametrize(("by", "named"), [("m-singh", "outside-delegation"), ("maple-works", "unknown-officer")])
def test_only_who_may_receive_enters_mail(by: str, named: str) -> None:
    """The word stands in the delegation."""
    memory = receipted()

    assert names(answer(memory, letter(), by=by).outcome) == [named]
    assert names(reading(memory, by=by).outcome) == [named]


def test_a_clock_behind_the_log_is_refused() -> None:
    """The log never goes back."""
    memory = board()
    log(memory, LATE + SECOND, Opened("a-tremblay"), ref=ALT_TEXT)

    assert names(answer(memory, letter()).outcome) == ["clock-behind-record"]


def test_a_broken_log_takes_nothing() -> None:
    """It is told by name."""
    memory = receipted()
    memory.put({LOG: b"{}\n"}, [memory.refs[BRANCH]], branch=BRANCH)

    assert names(answer(memory, letter()).outcome) == ["broken-log"]
    assert names(reading(memory).outcome) == ["broken-log"]


def test_files_that_are_not_valid_are_named() -> None:
    """Nothing rests on them."""
    memory = board({ORGANIZATION: ("specimen: true\n", ""), OPPORTUNITY: ("schema: 1\n", "schema: 2\n")})

    assert isinstance(answer(memory, letter()).outcome, tuple)
    assert isinstance(reading(memory).outcome, tuple)


def test_a_mailbox_is_read_once_and_after_the_closing() -> None:
    """Once the log has settled; asked again by the same officer it says what was done."""
    memory = receipted(SETTLING)
    settled = CLOSES + timedelta(minutes=30, seconds=1)

    assert names(reading(memory, CLOSES).outcome) == ["step-before-closing"]
    assert names(reading(memory, settled - SECOND).outcome) == ["mailbox-read-too-early"]
    first = reading(memory, settled)
    assert isinstance(memory.act(lambda _: reading(memory, settled).outcome), Written)
    again = reading(memory, LATE)
    assert (again.outcome, again.line) == (Nothing(), first.line)


def test_two_people_do_not_cut_one_log() -> None:
    """Nor does anybody after a closing without a mailbox."""
    memory, done = receipted(LIVE), receipted()
    log(memory, LATE, MailboxRead("m-singh"))
    closed(done)

    assert names(reading(memory).outcome) == ["log-cut-already"]
    assert names(reading(done).outcome) == ["log-cut-already"]


def test_a_bid_by_mail_is_the_officers_to_bring() -> None:
    """The log says whose; a branch of that name that nobody entered is nobody’s."""
    memory = board()
    entered(memory, letter())
    forged = f"refs/heads/{bid_branch('mail-9', REF)}"
    memory.put({**memory.tree(MAIN), bid_path(REF, "mail-9"): letter("mail-9")}, [memory.refs[MAIN]], branch=forged)

    found = {source.login: (source.by, source.entered_at) for source in branches(memory, REF)}

    assert (found["mail-7"], found["mail-9"]) == (("a-tremblay", LATE), ("", None))
    assert found["maple-works"] == ("", None)
    memory.put({LOG: b"{}\n"}, [memory.refs[BRANCH]], branch=BRANCH)
    assert {source.by for source in branches(memory, REF)} == {""}
