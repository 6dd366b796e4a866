"""Rulings: what the log alone cannot say, two officers say, and nobody else does, and of nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from tests.jobs.purchase import AT, board, found_by, give, names
from tests.jobs.receipts import CLOSES, EARLY, LATE, SECOND, SETTLING, TAG, asked, closed, log, receipted, received
from tests.memory import Memory, blob_id
from tests.officers import FIRST, TWO
from tests.officers import SECOND as OTHER
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, bids_on_branches

from board.core.text import Bilingual
from board.jobs import cancel, settle
from board.jobs.hosting import head_at
from board.jobs.log import BRANCH, log_of
from board.jobs.tagged import standing_closing
from board.model.arrivals import Opening
from board.model.log import Declared, Head, MailboxRead, Ruling, Veiled
from board.model.reference import bid_branch, closing_path, rulings_path
from board.model.snapshot import MAIN, Nothing, Outcome, Snapshot, Written
from board.state.ledger import read_rulings
from board.state.ledger.log import digest_of

LATER = LATE + timedelta(hours=1)
SALT = "5" * 64
NORTHBIT = bids_on_branches()["northbit"]
OTHERS = ["atelier-boreal", "maple-works"]
YES = settle.Request(
    REF, FIRST, "", 0, "", counts=True, because="clock-wrong", received=None, salt="", at=LATER, clock="machine"
)
NO = replace(YES, counts=False, because="came-late")


def ask(memory: Memory, request: settle.Request) -> settle.Answer:
    """What comes of it, written where it is to be written."""
    answers: list[settle.Answer] = []

    def decide(seen: Snapshot) -> Outcome:
        answers.append(settle.decide(seen, request, {}, SCHEMAS))
        return answers[-1].outcome

    memory.act(decide)
    return answers[-1]


def both(memory: Memory, request: settle.Request) -> settle.Answer:
    """The word of one officer, then the same of another; the closing waits in between."""
    first = ask(memory, request)
    assert first.line is not None, first.outcome
    assert first.settled is None
    return ask(memory, replace(request, by=OTHER))


def in_time(*logins: str) -> Memory:
    """The purchase with two officers, and with receipts for these bids."""
    memory = board(TWO)
    for login in logins:
        received(memory, login)
    return memory


def contradictory() -> tuple[Memory, settle.Request]:
    """The clock of the host went back over the closing."""
    memory = in_time("atelier-boreal")
    received(memory, "maple-works", CLOSES + SECOND)
    received(memory, "northbit", CLOSES - SECOND)
    log(memory, LATE, MailboxRead(FIRST))
    return memory, replace(YES, receipt=3)


def unopened() -> tuple[Memory, settle.Request]:
    """The key of the host is lost, and the supplier shows the receipt."""
    memory = in_time(*OTHERS)
    head = head_at(memory, REF, "northbit", memory.refs[f"refs/heads/{bid_branch('northbit', REF)}"])
    log(memory, EARLY, Veiled("host", digest_of(head, SALT)))
    log(memory, LATE, MailboxRead(FIRST))
    return memory, replace(YES, receipt=3, bidder="northbit", salt=SALT, because="receipt-shown")


def unreceipted() -> tuple[Memory, settle.Request]:
    """A bid lies on a branch, and no line tells of it."""
    memory = in_time(*OTHERS)
    log(memory, LATE, MailboxRead(FIRST))
    return memory, replace(YES, bidder="northbit", because="receipt-lost", received=EARLY)


DOUBTS: list[Callable[[], tuple[Memory, settle.Request]]] = [contradictory, unopened, unreceipted]


@pytest.mark.parametrize("doubt", DOUBTS)
def test_two_officers_settle_that_a_bid_counts(doubt: Callable[[], tuple[Memory, settle.Request]]) -> None:
    """It is of record with the instant that they said; whoever closes, whenever, gets the same bytes."""
    (memory, request), (again, _) = doubt(), doubt()
    before = names(asked(memory, LATER).outcome)

    answer = both(memory, request)
    both(again, request)

    assert before
    assert answer.settled is not None
    assert [word.by for word in answer.settled.words] == [FIRST, OTHER]
    assert isinstance(closed(memory, LATER), Written)
    assert isinstance(closed(again, LATER + timedelta(days=2)), Written)
    assert memory.tag(TAG) == again.tag(TAG)
    closing, tag = standing_closing(memory, REF, SCHEMAS), memory.tag(TAG)
    assert closing is not None
    assert tag is not None
    row = next(row for row in closing.bids if row.bidder == "northbit")
    assert row.received_at == (request.received or answer.settled.verdict.received)
    assert memory.tree(tag.target)["bids/northbit.yml"] == NORTHBIT
    assert (closing.rulings, closing.rulings_sha256) == (answer.settled.line, log_of(memory).lines[-1].sha256)
    assert memory.commit(tag.target).parents == (memory.refs[BRANCH],)
    rulings = read_rulings(memory.tree(tag.target)["rulings.yml"], SCHEMAS)
    assert rulings is not None
    assert [(one.verdict, one.words) for one in rulings.rulings] == [(answer.settled.verdict, answer.settled.words)]


@pytest.mark.parametrize("doubt", DOUBTS)
def test_two_officers_settle_that_a_bid_does_not_count(doubt: Callable[[], tuple[Memory, settle.Request]]) -> None:
    """The closing is done without it, and no line on it names who bid where the log has a line."""
    memory, request = doubt()
    no = replace(request, counts=False, because="nothing-shown", received=None, salt="")

    answer = both(memory, no)
    if doubt is unopened:
        # Nobody knows that line and branch are one.
        assert names(asked(memory, LATER).outcome) == ["bid-without-receipt"]
        both(memory, replace(no, receipt=0))

    assert answer.settled is not None
    assert answer.settled.verdict.bidder == ("northbit" if request.receipt == 0 else "")
    assert isinstance(closed(memory, LATER), Written)
    closing = standing_closing(memory, REF, SCHEMAS)
    assert closing is not None
    assert "northbit" not in [row.bidder for row in closing.bids]


def test_a_file_that_is_nowhere_is_settled_without_it() -> None:
    """It cannot count, since the closing holds each bid as a file; once it is here nothing is in doubt."""
    memory, there = receipted(TWO), receipted(TWO)
    memory.hidden.add(blob_id(NORTHBIT))
    request = replace(YES, receipt=3)

    counted = ask(memory, replace(request, because="receipt-lost"))
    answer = both(memory, replace(NO, receipt=3, because="file-lost"))

    assert names(counted.outcome) == ["ruling-without-file"]
    assert answer.settled is not None
    assert isinstance(closed(memory, LATER), Written)
    closing = standing_closing(memory, REF, SCHEMAS)
    assert closing is not None
    assert [row.bidder for row in closing.bids] == OTHERS
    assert names(ask(there, replace(NO, receipt=3, because="file-lost")).outcome) == ["ruling-without-doubt"]


def test_a_ruling_counts_where_the_line_opens_too() -> None:
    """Two officers said it of a line that nobody could open; a host that finds its key gets the same closing."""
    (memory, _), (found, _) = unopened(), unopened()
    no = replace(NO, receipt=3, because="nothing-shown")
    for each in (memory, found):
        both(each, no)
        both(each, replace(no, receipt=0, bidder="northbit"))
    head = head_at(found, REF, "northbit", found.refs[f"refs/heads/{bid_branch('northbit', REF)}"])

    assert isinstance(closed(memory, LATER), Written)
    assert isinstance(closed(found, LATER, {3: Opening(head, SALT)}), Written)
    assert memory.tag(TAG) == found.tag(TAG)


def test_a_mailbox_that_is_read_behind_a_ruling_is_the_cut() -> None:
    """On a trial board the log had cut itself; a letter entered meanwhile is within the cut, whatever was ruled."""
    memory = in_time(*OTHERS)
    no = replace(NO, bidder="northbit", because="disowned")
    letter = Head("mail", "mail-1", "", blob_id(NORTHBIT), sha256(NORTHBIT).hexdigest(), EARLY, FIRST)
    both(memory, no)
    log(memory, LATER, letter)
    both(memory, replace(YES, receipt=5, because="mail-overlooked"))
    log(memory, LATER, MailboxRead(FIRST))

    assert isinstance(closed(memory, LATER), Written)

    closing = standing_closing(memory, REF, SCHEMAS)
    assert closing is not None
    assert (closing.line, closing.rulings, closing.last) == (8, 8, (8, log_of(memory).lines[-1].sha256))
    assert [row.bidder for row in closing.bids] == sorted([*OTHERS, "mail-1"])
    assert names(asked(memory, LATER).findings) == []
    assert isinstance(give(memory), Written)
    assert found_by(memory) == []


def behind() -> tuple[Memory, settle.Request]:
    """A letter in time is found after the mailbox was declared read."""
    memory = receipted(TWO)
    log(memory, LATE, MailboxRead(FIRST))
    log(memory, LATE, Head("mail", "mail-1", "", "b" * 40, "c" * 64, EARLY, FIRST))
    return memory, replace(YES, receipt=5, because="mail-overlooked")


@pytest.mark.parametrize("first", [True, False])
def test_nothing_behind_the_cut_changes_the_closing(first: bool) -> None:
    """Whether it was closed before or after two officers ruled, and whatever they ruled."""
    plain, _ = behind()
    closed(plain, LATER)
    for counts in (True, False):
        memory, request = behind()
        if first:
            closed(memory, LATER)
        both(memory, request if counts else replace(request, counts=False, because="disowned"))
        closed(memory, LATER)

        assert memory.tag(TAG) == plain.tag(TAG)
        assert names(asked(memory, LATER).findings) == (["counted-behind-closing"] if counts else [])
    assert names(asked(plain, LATER).findings) == ["receipt-behind-cut"]


def test_nobody_is_awarded_a_contract_while_a_bid_is_in_doubt() -> None:
    """Until two officers have said that it does not count."""
    memory, request = behind()
    closed(memory, LATER)
    assert names(give(memory)) == ["award-over-doubt"]
    ask(memory, replace(NO, receipt=request.receipt))
    assert names(give(memory)) == ["award-over-doubt"]

    ask(memory, replace(NO, receipt=request.receipt, by=OTHER))

    assert isinstance(give(memory), Written)
    assert found_by(memory) == []


def test_what_counts_behind_the_closing_ends_in_a_new_run() -> None:
    """Nobody is awarded on a list that lacks a bid in time; the purchase ends as flawed, with the ruling on main."""
    memory, request = behind()
    closed(memory, LATER)
    both(memory, request)
    ending = cancel.Request(REF, FIRST, "", "flawed", AT, "machine", Bilingual("Again.", "De nouveau."))

    refused = give(memory)
    ended = memory.act(lambda seen: cancel.decide(seen, ending, SCHEMAS).outcome)

    assert names(refused) == ["award-without-counted-bid"]
    assert isinstance(ended, Written)
    path, files, main = rulings_path(REF), memory.tree(MAIN), memory.commit(MAIN)
    assert {closing_path(REF), path} <= files.keys()
    assert found_by(memory) == []
    memory.put({**files, path: files[path].replace(b'"j-gagnon"', b'"m-singh"')}, main.parents, main.message)
    assert found_by(memory) == ["changed-end"]


@pytest.mark.parametrize("doubt", [contradictory, unreceipted, behind])
def test_rulings_enter_main_with_the_award_and_are_proved(doubt: Callable[[], tuple[Memory, settle.Request]]) -> None:
    """As the log has them, those behind the cut too; a changed reason is named, and so is a file that is gone."""
    memory, request = doubt()
    both(memory, request if doubt is not behind else replace(NO, receipt=5))
    closed(memory, LATER)

    assert isinstance(give(memory), Written)

    path, main = rulings_path(REF), memory.commit(MAIN)
    files = memory.tree(MAIN)
    rulings = read_rulings(files[path], SCHEMAS)
    assert rulings is not None
    assert [word.by for word in rulings.rulings[0].words] == [FIRST, OTHER]
    assert found_by(memory) == []
    for changed in ({**files, path: files[path].replace(b'"j-gagnon"', b'"m-singh"')}, {**files}):
        if changed == files:
            del changed[path]
        made = memory.put(changed, main.parents, main.message)
        name = next(ref.removeprefix("refs/tags/") for ref in memory.refs if ref.startswith("refs/tags/award/"))
        tag = memory.tag(name)
        memory.set_tag(name, replace(tag, target=made) if tag else None)
        assert found_by(memory) == ["changed-rulings"]


def test_an_award_says_that_a_ruling_tells_when_its_bid_came() -> None:
    """Nobody’s clock is believed for it."""
    memory = board(TWO)
    for login in ("atelier-boreal", "northbit"):
        received(memory, login)
    log(memory, LATE, MailboxRead(FIRST))
    both(memory, replace(YES, bidder="maple-works", because="receipt-lost", received=EARLY))
    closed(memory, LATER)

    assert isinstance(give(memory), Written)

    data = memory.tree(MAIN)[f"opportunities/{REF}/awards/maple-works/award.yml"]
    assert b'arrival: "ruling"' in data
    assert found_by(memory) == []


def test_one_officer_alone_settles_nothing_however_often_it_is_said() -> None:
    """Asked again, a reply that was lost is given again, and no second line is written."""
    memory, request = contradictory()
    first, again = ask(memory, request), ask(memory, replace(request, at=LATER + SECOND))

    assert again == replace(first, outcome=Nothing(), findings=())
    assert stands_against(asked(memory, LATER).outcome) == ["contradictory-instants", "lone-ruling"]
    assert memory.tag(TAG) is None


def test_officers_who_contradict_each_other_settle_nothing_until_they_agree() -> None:
    """Not by a majority either; the last word of each counts."""
    memory, request = contradictory()
    no = replace(NO, receipt=3)
    third = replace(request, by=FIRST)
    ask(memory, third)
    against = ask(memory, replace(no, by=OTHER))
    assert against.settled is None
    assert [line.entry.by for line in against.others if isinstance(line.entry, Ruling)] == [FIRST]
    assert "contradictory-rulings" in names(asked(memory, LATER).outcome)

    agreed = ask(memory, no)

    assert agreed.settled is not None
    assert [word.by for word in agreed.settled.words] == [OTHER, FIRST]
    assert isinstance(closed(memory, LATER), Written)
    # What is settled stays settled.
    assert stands_against(ask(memory, request).outcome) == ["ruling-without-doubt"]


@pytest.mark.parametrize(
    "otherwise",
    [
        replace(YES, bidder="northbit", because="receipt-shown", received=EARLY),
        replace(YES, bidder="northbit", because="receipt-lost", received=EARLY + SECOND),
    ],
)
def test_to_say_the_same_is_to_say_all_of_it(otherwise: settle.Request) -> None:
    """Another reason, or another instant, is another word."""
    memory, request = unreceipted()

    ask(memory, request)

    assert ask(memory, replace(otherwise, by=OTHER)).settled is None


def test_the_file_that_officers_looked_at_is_the_one_that_counts() -> None:
    """Where somebody moves the branch between two words, they did not say the same, until both look at one file."""
    memory, request = unreceipted()
    ask(memory, request)
    branch, path = f"refs/heads/{bid_branch('northbit', REF)}", f"opportunities/{REF}/bids/northbit.yml"
    old = memory.refs[branch]
    memory.put({**memory.tree(old), path: NORTHBIT + b"# another\n"}, [old], branch=branch)
    assert ask(memory, replace(request, by=OTHER)).settled is None

    again = ask(memory, request)
    memory.put({**memory.tree(old), path: NORTHBIT}, [old], branch=branch)

    assert again.settled is not None
    assert again.settled.verdict.sha256 == sha256(NORTHBIT + b"# another\n").hexdigest()
    assert ask(memory, request).outcome == Nothing()


def refused(memory: Memory, request: settle.Request) -> list[str]:
    """The names of what refuses it; nothing is written."""
    head = memory.refs[BRANCH]
    found = stands_against(ask(memory, request).outcome)
    assert memory.refs[BRANCH] == head
    return found


def stands_against(outcome: object) -> list[str]:
    """The names of what refuses something; that a clock went back is told beside it."""
    return [name for name in names(outcome) if name != "clock-gone-back"]


def test_who_is_not_entitled_rules_on_nothing() -> None:
    """A stranger, an owner without the delegation, a bidder; the two who are entitled do."""
    memory, request = contradictory()

    assert refused(memory, replace(request, by="nobody-here")) == ["unknown-officer"]
    assert refused(memory, replace(request, by="m-singh")) == ["outside-delegation"]
    memory.put({**memory.tree(MAIN), "x": b""}, [memory.refs[MAIN]], branch=f"refs/heads/{bid_branch(OTHER, REF)}")
    assert refused(memory, replace(request, by=OTHER)) == ["ruling-by-bidder"]
    assert ask(memory, request).line is not None


def test_who_evaluates_rules_on_nothing() -> None:
    """Who knows what the bids hold would choose among them."""
    memory, request = behind()
    closed(memory, LATER)
    log(memory, LATE, Declared(OTHER, "none"))

    assert refused(memory, replace(request, by=OTHER)) == ["ruling-by-evaluator"]
    assert ask(memory, request).line is not None


def test_nobody_rules_on_what_is_not_in_doubt() -> None:
    """A line that is not there, or tells no bid, or that nobody doubts; who has sent nothing, or has a receipt."""
    memory, _ = contradictory()

    assert refused(memory, replace(YES, receipt=12)) == ["ruling-on-nothing"]
    assert refused(memory, replace(YES, receipt=4)) == ["ruling-on-nothing"]
    assert refused(memory, replace(NO, receipt=1)) == ["ruling-without-doubt"]
    assert refused(memory, replace(YES, bidder="zed-software", received=EARLY)) == ["ruling-on-nothing"]
    assert refused(memory, replace(YES, bidder="northbit", received=EARLY)) == ["ruling-without-doubt"]


def test_nothing_is_in_doubt_before_the_log_is_cut() -> None:
    """The closing waits for the same."""
    settling = receipted({**TWO, **SETTLING})
    early = receipted(TWO)

    assert refused(early, replace(YES, receipt=1, at=CLOSES)) == ["step-before-closing"]
    assert refused(settling, replace(YES, receipt=1, at=CLOSES + SECOND)) == ["unsettled-log"]


def test_a_late_bid_is_not_ruled_to_be_in_time() -> None:
    """The last second is."""
    memory, request = contradictory()

    assert refused(memory, replace(request, received=CLOSES + SECOND)) == ["ruling-out-of-time"]
    assert ask(memory, replace(request, received=CLOSES)).line is not None


def test_a_line_is_opened_by_its_own_receipt_alone() -> None:
    """Another salt, another supplier, or none at all opens nothing."""
    memory, request = unopened()

    assert refused(memory, replace(request, salt="6" * 64)) == ["ruling-without-file"]
    assert refused(memory, replace(request, bidder="maple-works")) == ["ruling-without-file"]
    assert refused(memory, replace(request, salt="", bidder="")) == ["ruling-without-file"]
    assert ask(memory, request).line is not None


def test_nothing_is_ruled_behind_an_outcome() -> None:
    """After an award, and after an end without one."""
    memory = receipted(TWO)
    log(memory, LATE, MailboxRead(FIRST))
    closed(memory, LATER)
    ended, request = behind()
    closed(ended, LATER)
    ending = cancel.Request(REF, FIRST, "", "flawed", AT, "machine", Bilingual("Again.", "De nouveau."))
    ended.act(lambda seen: cancel.decide(seen, ending, SCHEMAS).outcome)
    assert isinstance(give(memory), Written)
    log(memory, AT, Head("mail", "mail-1", "", "b" * 40, "c" * 64, EARLY, FIRST))

    late = replace(request, at=AT + timedelta(hours=1))
    assert found_by(memory) == []
    assert refused(memory, late) == ["ruling-after-award"]
    assert refused(ended, late) == ["step-after-end"]


def test_a_broken_log_takes_no_ruling() -> None:
    """Nothing rests on it."""
    memory, request = contradictory()
    lines = memory.tree(BRANCH)["receipts.jsonl"].splitlines(keepends=True)
    memory.put({"receipts.jsonl": lines[0] + lines[2]}, [memory.refs[BRANCH]], branch=BRANCH)

    assert "broken-log" in refused(memory, request)
