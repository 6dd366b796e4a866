"""Closing: the same bytes whenever and however often it runs, every bid of record in its tag, and nothing guessed."""

import hashlib
import time
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.jobs.purchase import ALT_TEXT, BID, OPPORTUNITY, ORGANIZATION, board, give, names
from tests.jobs.receipts import (
    CLOSES,
    EARLY,
    LATE,
    LIVE,
    SECOND,
    SETTLING,
    TAG,
    asked,
    closed,
    log,
    receipted,
    received,
)
from tests.memory import Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, REF, bids_on_branches

from board.core.finding import refuses
from board.jobs import close
from board.jobs.hosting import RECEIVED, head_at, openings
from board.jobs.log import BRANCH, log_of
from board.jobs.tagged import standing_closing
from board.model.log import Head, MailboxRead, Opened, Veiled
from board.model.reference import bid_branch, bid_path
from board.model.snapshot import MAIN, Nothing, Tag, Written
from board.state.ledger.log import LOG, digest_of, salt_of

HOURS_LATER = LATE + timedelta(hours=6)
KEY = b"key"


def salt(n: int) -> str:
    """The salt of a line."""
    return salt_of(KEY, n)


def hosted() -> Memory:
    """The purchase on a host, which keeps the heads to itself."""
    memory = board()
    for n, login in enumerate(sorted(bids_on_branches()), 1):
        branch = f"refs/heads/{bid_branch(login, REF)}"
        head = memory.refs[branch]
        log(memory, EARLY, Veiled("host", digest_of(head_at(memory, REF, login, head), salt(n))))
        memory.keep(f"{RECEIVED}{n}/{login}", head)
    return memory


def test_the_tag_holds_closing_bids_and_log() -> None:
    """Each bid of record as a file, on the log as it was at the cut."""
    memory = receipted()

    done = closed(memory)

    tag = memory.tag(TAG)
    assert isinstance(done, Written)
    assert tag is not None
    tree = memory.tree(tag.target)
    assert {path: tree[path] for path in tree if path != "closing.yml"} == {
        f"bids/{login}.yml": data for login, data in bids_on_branches().items()
    }
    assert memory.commit(tag.target).parents == (memory.refs[BRANCH],)
    closing = standing_closing(memory, REF, SCHEMAS)
    assert closing is not None
    assert [(row.bidder, row.receipt, row.language, row.source) for row in closing.bids] == [
        ("atelier-boreal", 1, "fr", "host"),
        ("maple-works", 2, "en", "host"),
        ("northbit", 3, "en", "host"),
    ]
    assert closing.opportunity_sha256 == hashlib.sha256(memory.tree(MAIN)[OPPORTUNITY]).hexdigest()
    assert (closing.line, closing.line_sha256) == (3, log_of(memory).lines[-1].sha256)
    assert memory.refs[MAIN] == receipted().refs[MAIN]


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("at", [CLOSES + SECOND, HOURS_LATER])
def test_it_is_the_same_whenever_and_however_often_it_runs(times: int, at: datetime) -> None:
    """The very same commit, whatever was written behind the cut meanwhile."""
    first, memory = receipted(), receipted()
    closed(first)
    log(memory, LATE, Opened("a-tremblay"), ref=ALT_TEXT)
    received(memory, "northbit", LATE)

    for _ in range(times):
        closed(memory, at)

    assert memory.tag(TAG) == first.tag(TAG)
    assert asked(memory, at) == replace(asked(first, at), outcome=Nothing())


def test_a_reply_that_was_lost_is_given_again() -> None:
    """Nothing is written, and the closing is told."""
    memory = receipted()
    closed(memory)

    again = asked(memory)

    assert again.outcome == Nothing()
    assert again.closing is not None
    assert again.findings == ()


def test_a_bid_counts_to_the_second() -> None:
    """At the closing, and not one second after; a later try is told as a digest."""
    memory = board()
    received(memory, "maple-works", CLOSES)
    received(memory, "northbit", CLOSES + SECOND)
    received(memory, "atelier-boreal", CLOSES + SECOND)
    log(memory, LATE, MailboxRead("a-tremblay"))

    closing = asked(memory).closing

    assert closing is not None
    assert [row.bidder for row in closing.bids] == ["maple-works"]
    assert [(row.receipt, row.digest) for row in closing.late] == [
        (2, hashlib.sha256(bids_on_branches()["northbit"]).hexdigest()),
        (3, hashlib.sha256(bids_on_branches()["atelier-boreal"]).hexdigest()),
    ]


@pytest.mark.parametrize(
    ("closes", "before"),
    [
        ("2026-11-01T01:30:00-04:00", "2026-11-01T01:30:01-05:00"),  # an hour later, and the clock shows the same
        ("2026-11-01T01:30:00-05:00", "2026-11-01T01:30:01-05:00"),
        ("2026-03-08T03:00:00-04:00", "2026-03-08T03:00:01-04:00"),  # one second after 1:59:59 a.m.
    ],
)
def test_a_closing_when_the_clocks_change(closes: str, before: str) -> None:
    """Instants are compared, whatever the clock on the wall shows."""
    day = closes[:10]
    edits = {OPPORTUNITY: ('closes_at: "2026-09-15T14:00:00-04:00"', f'closes_at: "{closes}"')}
    memory = board(edits)
    at, late = datetime.fromisoformat(closes), datetime.fromisoformat(before)
    received(memory, "maple-works", at)
    received(memory, "northbit", late)
    log(memory, late, MailboxRead("a-tremblay"))
    for login in ("atelier-boreal",):
        memory.remove(f"refs/heads/{bid_branch(login, REF)}")

    answer = asked(memory, late)

    assert answer.closing is not None, (day, answer.outcome)
    assert [row.bidder for row in answer.closing.bids] == ["maple-works"]
    assert [row.receipt for row in answer.closing.late] == [2]


def test_before_the_closing_nothing_is_told() -> None:
    """Not even how many bids there are."""
    answer = asked(receipted(), CLOSES)

    assert names(answer.outcome) == ["step-before-closing"]
    assert answer.closing is None


def test_it_says_what_it_waits_for() -> None:
    """On a trial board until the log has settled, in service until the mailbox is read."""
    settling, live = receipted(SETTLING), receipted(LIVE)

    assert names(asked(settling, CLOSES + timedelta(minutes=30)).outcome) == ["unsettled-log"]
    assert asked(settling, CLOSES + timedelta(minutes=30, seconds=1)).closing is not None
    assert names(asked(live).outcome) == ["unread-mailbox"]
    log(live, LATE, MailboxRead("a-tremblay"))
    assert asked(live).closing is not None


def test_without_a_log_nothing_is_closed() -> None:
    """And the award of a trial board goes on without receipts, as before."""
    memory = board()

    assert names(asked(memory).outcome) == ["no-receipts"]
    assert isinstance(give(memory), Written)


def test_what_is_in_doubt_is_named_and_not_guessed() -> None:
    """Each by its rule; nothing is written."""
    memory = board()
    received(memory, "northbit", LATE)
    received(memory, "maple-works", EARLY)
    log(memory, EARLY, Veiled("host", "d" * 64))
    log(memory, LATE, MailboxRead("a-tremblay"))

    doubts = ["contradictory-instants", "contradictory-instants", "bid-without-receipt"]
    assert names(closed(memory)) == [*doubts, "clock-gone-back"]
    assert memory.tag(TAG) is None


def test_a_veiled_line_in_doubt_is_named() -> None:
    """A clone has not what opens it."""
    assert names(closed(hosted()))[:3] == ["unopened-line", "unopened-line", "unopened-line"]


def test_a_receipt_behind_the_cut_is_named_and_changes_nothing() -> None:
    """The closing is written, or stands, and whoever asks learns that a bid is indeterminate."""
    before, memory = receipted(), receipted()
    log(before, LATE, MailboxRead("a-tremblay"))
    log(memory, LATE, MailboxRead("a-tremblay"))
    closed(before)
    received(memory, "northbit", EARLY, "forge")

    answer = asked(memory)
    closed(memory)

    assert names(answer.findings) == names(asked(memory).findings) == ["receipt-behind-cut"]
    assert refuses(answer.findings[0])
    assert memory.tag(TAG) == before.tag(TAG)


def test_a_host_opens_its_lines_and_the_closing_tells_the_salts() -> None:
    """With them anybody recomputes the digests of the bids of record."""
    memory = hosted()
    answer = asked(memory, openings=openings(memory, log_of(memory).lines, KEY))

    assert answer.closing is not None
    for row in answer.closing.bids:
        head = Head("host", row.bidder, row.id, row.blob, row.sha256)
        assert digest_of(head, row.salt) == digest_of(head, salt(row.receipt))
        entry = log_of(memory).lines[row.receipt - 1].entry
        assert isinstance(entry, Veiled)
        assert entry.digest == digest_of(head, row.salt)


def test_a_host_keeps_what_a_supplier_took_back() -> None:
    """Where the branch goes, it keeps any commit without a bid of theirs."""
    memory = hosted()
    begin = memory.refs[MAIN]
    log(memory, EARLY + SECOND, Veiled("host", digest_of(Head("host", "northbit", "", "", ""), salt(4))))
    memory.keep(f"{RECEIVED}4/northbit", begin)

    closing = asked(memory, openings=openings(memory, log_of(memory).lines, KEY)).closing

    assert closing is not None
    assert [row.bidder for row in closing.bids] == ["atelier-boreal", "maple-works"]
    assert [row.receipt for row in closing.withdrawn] == [3]


def test_another_key_opens_nothing() -> None:
    """Its salts do not fit the digests."""
    memory = hosted()
    opened = openings(memory, log_of(memory).lines, b"other key")

    assert names(asked(memory, openings=opened).outcome)[0] == "unopened-line"


def test_a_head_that_nobody_can_read_is_the_bid_of_record() -> None:
    """It fails later; its language is not known."""
    memory = board(northbit=b"\xff\x00[")
    for login in sorted(bids_on_branches()):
        received(memory, login)

    closing = asked(memory).closing

    assert closing is not None
    assert [(row.bidder, row.language) for row in closing.bids][-1] == ("northbit", "")


def test_a_bid_whose_file_is_not_here_is_named() -> None:
    """The tag would not hold it."""
    memory = receipted()
    memory.hidden.add(blob_id(bids_on_branches()["northbit"]))

    assert names(asked(memory).outcome) == ["absent-file"]


def test_a_broken_chain_is_refused_by_name() -> None:
    """Before and after the closing, and by a scheduler as well."""
    memory = receipted()
    lines = memory.tree(BRANCH)[LOG].splitlines(keepends=True)

    memory.put({LOG: lines[0] + lines[2]}, [memory.refs[BRANCH]], branch=BRANCH)

    assert names(asked(memory).outcome) == ["broken-log"]
    assert close.due(memory, LATE, SCHEMAS) == (ALT_TEXT,)
    whole = receipted()
    closed(whole)
    whole.put({LOG: lines[1]}, [whole.refs[BRANCH]], branch=BRANCH)
    assert names(asked(whole).outcome) == ["broken-log"]


def test_a_tag_that_holds_no_closing_is_named() -> None:
    """It is never written over."""
    memory = receipted()
    memory.set_tag(TAG, Tag(memory.refs[MAIN], TAG, "Mine"))

    assert names(asked(memory).outcome) == ["unreadable-closing"]


def test_a_log_that_something_else_wrote_cannot_be_cut_inside() -> None:
    """One commit holds lines of both sides of the cut."""
    memory = receipted()
    log(memory, LATE, MailboxRead("a-tremblay"), Opened("a-tremblay"))

    assert names(asked(memory).outcome) == ["cut-inside-append"]


def test_what_has_ended_is_not_closed() -> None:
    """It takes no further step."""
    memory = receipted()
    cancellation = b'schema: 1\nopportunity: "dex-mex/2026/date-filter"\nreason: "no-bid"\ndecided_by: "a-tremblay"\n'
    cancellation += b'decided_at: "2026-09-16T10:00:00-04:00"\n'
    memory.put({**memory.tree(MAIN), f"{FOLDER}/cancellation.yml": cancellation}, [memory.refs[MAIN]])

    assert names(asked(memory).outcome) == ["step-after-end"]
    assert close.due(memory, LATE, SCHEMAS) == (ALT_TEXT,)


def test_files_that_are_not_valid_are_named() -> None:
    """The closing rests on them."""
    edits = {ORGANIZATION: ("specimen: true\n", ""), OPPORTUNITY: ("schema: 1\n", "schema: 2\n")}

    outcome = asked(receipted(edits)).outcome

    assert isinstance(outcome, tuple)
    assert all(map(refuses, outcome))


def test_a_scheduler_closes_what_is_due() -> None:
    """Past its closing, not closed, not over, and cut."""
    memory = receipted()

    assert close.due(memory, CLOSES, SCHEMAS) == ()
    assert close.due(memory, LATE, SCHEMAS) == (ALT_TEXT, REF)
    closed(memory)
    assert close.due(memory, LATE, SCHEMAS) == (ALT_TEXT,)
    assert close.due(board(), LATE, SCHEMAS) == ()
    assert close.due(receipted(LIVE), LATE, SCHEMAS) == ()
    assert close.due(Memory(), LATE, SCHEMAS) == ()


def test_what_is_awarded_is_not_due() -> None:
    """A trial board awards without receipts; lines that come later change nothing of it."""
    memory = board()
    assert isinstance(give(memory), Written)
    received(memory, "maple-works", EARLY)

    assert close.due(memory, HOURS_LATER, SCHEMAS) == (ALT_TEXT,)


def test_a_thousand_bids_close() -> None:
    """In one commit that reads back, and quickly."""
    memory = board()
    files = memory.tree(MAIN)
    data = files.get(BID) or bids_on_branches()["maple-works"]
    heads = []
    for n in range(1000):
        login, bid = f"supplier-{n}", data + b"# %d\n" % n
        memory.put({bid_path(REF, login): bid}, branch="")
        heads.append(Head("forge", login, f"github:{n + 1}", blob_id(bid), hashlib.sha256(bid).hexdigest()))
    for login in bids_on_branches():
        memory.remove(f"refs/heads/{bid_branch(login, REF)}")
    log(memory, EARLY, *heads)
    begun = time.perf_counter()

    assert isinstance(closed(memory), Written)

    assert time.perf_counter() - begun < 20
    closing = standing_closing(memory, REF, SCHEMAS)
    tag = memory.tag(TAG)
    assert closing is not None
    assert tag is not None
    assert len(closing.bids) == 1000
    assert len(memory.tree(tag.target)) == 1001
