"""Which bids count follows from instants of receipts and from the order of the log, and from nothing else."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS

from board.model.arrivals import Arrivals, Doubt, Opening
from board.model.closing import Attempt
from board.model.log import Entry, Head, Line, MailboxRead, Opened, Source, Veiled, Verdict
from board.model.rulings import Settled, Word
from board.state.arrivals import arrivals, cut_of, settled_at
from board.state.ledger import read_closing
from board.state.ledger.log import digest_of, read_log, write_log

REF, OTHER = "dex-mex/2026/date-filter", "dex-mex/2026/keyboard-map"
CLOSES = datetime.fromisoformat("2026-09-15T14:00:00-04:00")
EARLY, LATE = CLOSES - timedelta(hours=1), CLOSES + timedelta(hours=1)
SECOND = timedelta(seconds=1)


def head(login: str, name: str = "a", source: Source = "host", arrived: datetime | None = None) -> Head:
    """What somebody sent: a file that *name* stands for, or nothing where it is empty."""
    by = "a-tremblay" if source == "mail" else ""
    return Head(source, login, "", name * 40, name * 64, arrived, by)


def log(*said: tuple[datetime, Entry], ref: str = REF) -> tuple[Line, ...]:
    """A log of these lines."""
    texts: tuple[str, ...] = ()
    for at, entry in said:
        texts = write_log(texts, at, ref, [entry])
    return tuple(read_log(texts))


def found(*said: tuple[datetime, Entry], cut: int = 0, closes_at: datetime = CLOSES) -> Arrivals:
    """What follows from these lines, all of which are read unless told otherwise."""
    lines = log(*said)
    return arrivals(lines, {}, closes_at, cut or len(lines))


def files(one: Arrivals) -> dict[str, str]:
    """Login to the letter that its bid of record stands for."""
    return {bid.head.bidder: bid.head.blob[0] for bid in one.bids}


def test_the_last_head_in_time_is_the_bid_of_record() -> None:
    """Of each bidder, with the line that tells it."""
    one = found((EARLY, head("maple", "a")), (EARLY, head("boreal", "b")), (EARLY + SECOND, head("maple", "c")))

    assert files(one) == {"boreal": "b", "maple": "c"}
    assert [bid.receipt for bid in one.bids] == [2, 3]


def test_what_is_sent_back_after_the_closing_is_late() -> None:
    """A, B, the closing, A: the bid is B."""
    one = found((EARLY, head("maple", "a")), (EARLY + SECOND, head("maple", "b")), (LATE, head("maple", "a")))

    assert files(one) == {"maple": "b"}
    assert one.late == (Attempt(3, "a" * 64),)


@pytest.mark.parametrize(
    "closes_at",
    [
        "2026-09-15T14:00:00-04:00",
        "2026-11-01T01:30:00-04:00",  # the hour that comes twice, the first time
        "2026-11-01T01:30:00-05:00",  # and the second
        "2026-03-08T03:00:00-04:00",  # the hour before it does not exist
    ],
)
def test_a_closing_is_inclusive_to_the_second(closes_at: str) -> None:
    """Whatever the clocks on the wall do then: instants are compared, not hours."""
    closing = datetime.fromisoformat(closes_at)

    one = found(
        (closing - SECOND, head("before")),
        (closing, head("at")),
        (closing + SECOND, head("after")),
        closes_at=closing,
    )

    assert list(files(one)) == ["at", "before"]
    assert one.late == (Attempt(3, "a" * 64),)


def test_mail_counts_from_when_it_arrived() -> None:
    """Not from when an officer entered it."""
    one = found((LATE, head("mail-1", "a", "mail", CLOSES)), (LATE, head("mail-2", "b", "mail", CLOSES + SECOND)))

    assert [(bid.head.bidder, bid.at) for bid in one.bids] == [("mail-1", CLOSES)]
    assert one.late == (Attempt(2, "b" * 64),)


def test_the_same_bytes_are_one_bid_and_arrive_once() -> None:
    """By whatever way, and although another file came between."""
    early = EARLY - timedelta(hours=2)
    one = found(
        (EARLY, head("maple", "a")),
        (EARLY + SECOND, head("maple", "b")),
        (EARLY + 2 * SECOND, head("maple", "a")),
        (LATE, head("maple", "a", "mail", early)),
    )

    assert [(bid.at, bid.receipt, bid.head.source) for bid in one.bids] == [(early, 4, "mail")]


def test_what_was_sent_before_the_opening_does_not_spoil_what_is_sent_again() -> None:
    """Of the same bytes the first arrival from the opening on counts, and the first of all where there is none."""
    opens = EARLY - SECOND
    lines = log(
        *((opens + n * SECOND, head("maple")) for n in (-1, 0, 1)),
        (opens - SECOND, head("boreal")),
    )

    one = arrivals(lines, {}, CLOSES, len(lines), opens_at=opens)

    assert {bid.head.bidder: (bid.receipt, bid.at) for bid in one.bids} == {
        "boreal": (4, opens - SECOND),
        "maple": (2, opens),
    }


def test_the_same_bytes_of_two_are_two_bids() -> None:
    """Else whoever copies a bid first would take it away from its author."""
    assert files(found((EARLY, head("copier")), (EARLY, head("maple")))) == {"copier": "a", "maple": "a"}


def test_what_is_taken_back_in_time_does_not_count() -> None:
    """After the closing nothing is taken back, and taken back in clear it leaves no digest."""
    one = found(
        (EARLY, head("boreal", "b")),
        (EARLY, head("maple", "a")),
        (EARLY + SECOND, head("maple", "")),
        (EARLY + SECOND, head("never-bid", "")),
        (LATE, head("boreal", "")),
    )

    assert files(one) == {"boreal": "b"}
    assert one.withdrawn == (Attempt(2, "a" * 64, (3,)),)
    assert one.late == ()


def test_what_is_sent_again_counts_again() -> None:
    """Withdrawn is what stays withdrawn."""
    one = found((EARLY, head("maple")), (EARLY, head("maple", "")), (EARLY + SECOND, head("maple", "b")))

    assert (files(one), one.withdrawn) == ({"maple": "b"}, ())


def test_a_veiled_line_counts_where_it_is_opened() -> None:
    """With its salt, which the closing tells; a late one needs no opening."""
    mine, theirs = head("maple"), head("boreal", "b")
    lines = log(
        (EARLY, Veiled("host", digest_of(mine, "1" * 64))),
        (LATE, Veiled("host", digest_of(theirs, "2" * 64))),
    )

    one = arrivals(lines, {1: Opening(mine, "1" * 64)}, CLOSES, 2)

    assert [(bid.head, bid.salt) for bid in one.bids] == [(mine, "1" * 64)]
    assert one.late == (Attempt(2, digest_of(theirs, "2" * 64)),)
    assert one.doubts == ()


@pytest.mark.parametrize("opening", [None, Opening(head("boreal"), "1" * 64), Opening(head("maple"), "2" * 64)])
def test_a_veiled_line_that_nobody_opens_is_in_doubt(opening: Opening | None) -> None:
    """So is one whose opening tells another head or another salt."""
    lines = log((EARLY, Veiled("host", digest_of(head("maple"), "1" * 64))))

    one = arrivals(lines, {1: opening} if opening else {}, CLOSES, 1)

    assert one.bids == ()
    assert one.doubts == (Doubt("unopened-line", "", 1, EARLY),)


def test_a_clock_that_goes_back_over_the_closing_contradicts_the_order() -> None:
    """The host writes in the order of arrival: behind something late there is nothing in time."""
    one = found((LATE, head("boreal")), (EARLY, head("maple")))

    assert one.bids == ()
    assert one.doubts == (Doubt("contradictory-instants", "maple", 2, EARLY),)


def test_a_clock_that_goes_back_before_the_closing_contradicts_nothing() -> None:
    """The order of the log says which came last."""
    one = found((EARLY, head("maple", "a")), (EARLY - SECOND, head("maple", "b")))

    assert (files(one), one.doubts) == ({"maple": "b"}, ())


def test_a_forge_tells_when_it_received_whenever_it_is_written_down() -> None:
    """Its runs queue, so lines may stand in another order than its instants."""
    one = found(
        (LATE, head("mail-1", "m", "mail", EARLY)),
        (EARLY + SECOND, head("maple", "b", "forge")),
        (EARLY, head("maple", "a", "forge")),
    )

    assert (files(one), one.doubts) == ({"mail-1": "m", "maple": "b"}, ())


def test_a_line_of_a_forge_claims_no_other_arrival_than_its_own_instant() -> None:
    """Mail alone arrives before somebody enters it."""
    one = found(
        (EARLY, head("boreal")), (LATE, head("maple", "a", "forge", EARLY)), (LATE, head("mail-1", "m", "mail", EARLY))
    )

    assert (files(one), one.doubts) == ({"boreal": "a", "mail-1": "m"}, ())
    assert one.late == (Attempt(2, "a" * 64),)


def test_a_line_of_a_forge_in_the_log_of_a_host_came_when_it_was_written() -> None:
    """A log holds the lines of one receiving machine: behind something late of the host there is nothing in time."""
    forge = (EARLY + SECOND, head("maple", "b", "forge"))
    one = found((EARLY, head("boreal")), (LATE, head("northbit")), forge)
    twin = found((EARLY, head("boreal", source="forge")), (LATE, head("northbit", source="forge")), forge)

    assert one.doubts == (Doubt("contradictory-instants", "maple", 3, EARLY + SECOND),)
    assert (files(twin), twin.doubts) == ({"boreal": "a", "maple": "b"}, ())


def test_mail_that_arrived_after_it_was_entered_is_in_doubt() -> None:
    """Both instants cannot be; where both are late it is late, whichever is true."""
    one = found((EARLY, head("mail-1", "a", "mail", CLOSES)), (LATE, head("mail-2", "b", "mail", LATE + SECOND)))

    assert one.doubts == (Doubt("contradictory-instants", "mail-1", 1, CLOSES),)
    assert one.late == (Attempt(2, "b" * 64),)


def test_a_receipt_behind_the_cut_changes_nothing_and_is_named() -> None:
    """What is late stands in the log alone."""
    said: list[tuple[datetime, Entry]] = [(EARLY, head("maple", "a")), (LATE, MailboxRead("a-tremblay"))]
    behind: list[tuple[datetime, Entry]] = [(LATE, head("maple", "b", "forge")), (EARLY, head("maple", "c", "forge"))]
    before = found(*said)

    one = found(*said, *behind, cut=2)

    assert one.behind == (Doubt("receipt-behind-cut", "maple", 4, EARLY),)
    assert replace(one, behind=()) == before


def test_a_bid_on_a_branch_that_no_line_tells_has_no_receipt() -> None:
    """It is named, and neither counted nor left out."""
    one = arrivals(log((EARLY, head("maple"))), {}, CLOSES, 1, ["northbit", "maple"])

    assert one.doubts == (Doubt("no-receipt", "northbit"),)


@pytest.mark.parametrize(
    ("said", "live", "now", "cut"),
    [
        ([(LATE, MailboxRead("a-tremblay")), (LATE, Opened("a-tremblay"))], False, LATE, 3),
        ([(LATE, MailboxRead("a-tremblay")), (LATE, MailboxRead("a-tremblay"))], True, LATE, 3),
        ([], True, LATE, 0),
        ([], False, LATE, 2),
        ([], False, CLOSES + timedelta(minutes=30), 0),
        ([], False, CLOSES + timedelta(minutes=30, seconds=1), 2),
        ([(CLOSES + timedelta(minutes=30), head("maple"))], False, LATE, 3),
        ([(CLOSES + timedelta(minutes=30, seconds=1), head("maple"))], False, LATE, 2),
        ([(LATE, head("maple", "b", "forge")), (EARLY, head("maple", "c", "forge"))], False, LATE, 2),
    ],
)
def test_the_log_is_cut_where_the_mailbox_was_read_or_where_it_had_settled(
    said: Sequence[tuple[datetime, Entry]], live: bool, now: datetime, cut: int
) -> None:
    """Only a trial board may go without a mailbox; what is read is a beginning of the log."""
    lines = log((EARLY, head("maple")), (EARLY, head("boreal")), *said)

    assert cut_of(lines, REF, CLOSES, 30, now, live) == cut


def test_a_reading_before_the_closing_is_no_cut() -> None:
    """The closing has been moved since; what arrived until then was not looked at."""
    lines = log((CLOSES, MailboxRead("a-tremblay")), (LATE, MailboxRead("a-tremblay")))

    assert cut_of(lines, REF, CLOSES, 0, LATE, live=True) == 2
    assert cut_of(lines[:1], REF, CLOSES, 0, LATE, live=True) == 0


def test_the_reading_of_another_mailbox_is_no_cut() -> None:
    """Each procurement has its own line; the line before the log settled may be another's."""
    other = log((LATE, MailboxRead("a-tremblay")), ref=OTHER)

    assert cut_of(other, REF, CLOSES, 0, LATE, live=False) == 0
    assert cut_of(other, REF, LATE, 0, LATE + SECOND, live=False) == 1
    assert cut_of((), REF, CLOSES, 0, LATE, live=False) == 0
    assert settled_at(CLOSES, 0) == CLOSES + SECOND


def chance(seed: int) -> tuple[random.Random, list[tuple[datetime, Head]]]:
    """Numbers that are the same each time, and what three suppliers sent around the closing, to the minute."""
    numbers = random.Random(seed)  # noqa: S311 - the same numbers each time
    said = [
        (
            CLOSES + timedelta(minutes=numbers.randint(-5, 5)),
            head(
                numbers.choice(["maple", "boreal", "north"]),
                numbers.choice(["a", "b", "c", ""]),
                "forge" if numbers.random() < 0.5 else "host",
            ),
        )
        for _ in range(numbers.randrange(12))
    ]
    return numbers, said


@pytest.mark.parametrize("seed", range(100))
def test_the_order_of_input_does_not_matter(seed: int) -> None:
    """Lines carry their numbers."""
    numbers, said = chance(seed)
    lines, cut = log(*said), numbers.randrange(12)
    mixed = numbers.sample(lines, len(lines))

    assert arrivals(mixed, {}, CLOSES, cut) == arrivals(lines, {}, CLOSES, cut)


@pytest.mark.parametrize("seed", range(100))
def test_what_is_written_behind_the_cut_changes_no_bid(seed: int) -> None:
    """Whenever it is asked."""
    numbers, said = chance(seed)
    cut = numbers.randint(0, len(said))

    after = arrivals(log(*said), {}, CLOSES, cut)

    assert replace(after, behind=()) == arrivals(log(*said[:cut]), {}, CLOSES, cut)


@pytest.mark.parametrize("seed", range(100))
def test_veiled_or_in_clear_the_same_bids_count(seed: int) -> None:
    """A digest hides who bid, and never whether it counts."""
    heads = [(at, replace(one, source="host")) for at, one in chance(seed)[1]]
    openings = {n: Opening(one, f"{n:064d}") for n, (_, one) in enumerate(heads, 1)}
    veiled = log(*((at, Veiled("host", digest_of(one, f"{n:064d}"))) for n, (at, one) in enumerate(heads, 1)))

    hidden, clear = arrivals(veiled, openings, CLOSES, len(heads)), found(*heads)

    assert [replace(bid, salt="") for bid in hidden.bids] == list(clear.bids)
    assert [bid.salt for bid in hidden.bids] == [openings[bid.receipt].salt for bid in hidden.bids]
    assert [attempt.receipt for attempt in hidden.withdrawn] == [attempt.receipt for attempt in clear.withdrawn]
    assert hidden.doubts == clear.doubts


def test_the_worked_example_closes_as_others_worked_it_out() -> None:
    """From the lines up to the fifth, exactly the rows of its closing."""
    texts = worked_example("receipts.jsonl").read_text("utf-8").splitlines()
    path = "opportunities/dex-mex/2026/keyboard-map/closing.yml"
    told = read_closing(worked_example(path).read_bytes(), SCHEMAS)
    assert told is not None
    lines = tuple(read_log(texts))

    cut = cut_of(lines, told.opportunity, told.closes_at, 0, told.closes_at + timedelta(hours=1), live=True)
    one = arrivals(lines, {}, told.closes_at, cut)

    assert (cut, lines[cut - 1].sha256) == (told.line, told.line_sha256)
    assert (one.withdrawn, one.late, one.doubts, one.behind) == ((), (), (), ())
    assert [
        (bid.head.bidder, bid.head.id, bid.at, bid.head.source, bid.receipt, bid.salt, bid.head.blob, bid.head.sha256)
        for bid in one.bids
    ] == [
        (row.bidder, row.id, row.received_at, row.source, row.receipt, row.salt, row.blob, row.sha256)
        for row in told.bids
    ]


def ruled(verdict: Verdict, line: int) -> Settled:
    """A doubt that two officers settled."""
    return Settled(verdict, (Word("a-tremblay", line - 1, LATE), Word("b-roy", line, LATE)))


def test_what_arrived_in_time_is_told_as_two_officers_ruled() -> None:
    """A head whose file is lost is left out, and the one before it stays; a bid of which no line tells is taken in."""
    lines = log((EARLY, head("maple", "a")), (EARLY + SECOND, head("maple", "c")))
    lost = Verdict("absent-file", 2, "maple", counts=False, because="file-lost")
    lent = Verdict(
        "no-receipt", 0, "boreal", counts=True, because="receipt-lost", received=EARLY, blob="b" * 40, sha256="b" * 64
    )

    one = arrivals(lines, {}, CLOSES, 2, ["boreal", "maple"], [ruled(lost, 4), ruled(lent, 6)])

    sent = [(each.head.bidder, each.head.blob[0], each.at, each.receipt, each.source) for each in one.sent]
    assert sent == [("maple", "a", EARLY, 1, "host"), ("boreal", "b", EARLY, 6, "ruling")]
    assert (files(one), one.doubts) == ({"boreal": "b"}, ())
