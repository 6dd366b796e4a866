"""The log: each line follows from the one before, and what is read is what was written."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

import pytest
from tests.real_input import worked_example

from board.model.log import (
    Committed,
    Declared,
    Entry,
    Evaluated,
    Head,
    MailboxRead,
    Opened,
    Refusal,
    Ruling,
    Secret,
    Sheet,
    Veiled,
    Verdict,
    Void,
)
from board.state.ledger.log import (
    BEGINNING,
    LOG,
    SEGMENT,
    BrokenLogError,
    digest_of,
    joined,
    read_log,
    segments,
    write_log,
)

AT = datetime.fromisoformat("2026-09-28T13:58:40-04:00")
REF = "dex-mex/2026/keyboard-map"
ENTRIES: Sequence[Entry] = (
    Head("forge", "maple-works", "github:900102", "b" * 40, "c" * 64),
    Head("mail", "mail-1", "", "b" * 40, "c" * 64, AT, "a-tremblay"),
    Head("host", "maple-works", "", "", ""),
    Veiled("host", "d" * 64),
    Refusal("host", "e" * 64),
    MailboxRead("a-tremblay"),
    Declared("m-singh", "none"),
    Opened("a-tremblay"),
    Opened("a-tremblay", "3" * 64),
    Sheet("m-singh", "f" * 64),
    Evaluated("m-singh", "f" * 64),
    Secret("m-singh", 1, "1" * 64),
    Void("m-singh", 1, "a-tremblay"),
    Committed("m-singh", 2, "2" * 64),
    Ruling("a-tremblay", Verdict("contradictory-instants", 3, "", counts=False, because="came-late")),
    Ruling(
        "a-tremblay",
        Verdict("unopened-line", 4, "northbit", True, "receipt-shown", AT, "b" * 40, "c" * 64, "d" * 64),  # noqa: FBT003
    ),
)
LINES = write_log((), AT, REF, ENTRIES)


def test_reads_back_every_kind_of_line() -> None:
    """With number, instant in UTC, procurement, and the chain."""
    read = list(read_log(LINES))

    assert tuple(line.entry for line in read) == ENTRIES
    assert [line.n for line in read] == list(range(1, len(ENTRIES) + 1))
    assert {line.at for line in read} == {AT}
    assert read[0].prev == BEGINNING
    assert [line.prev for line in read[1:]] == [line.sha256 for line in read[:-1]]


def test_a_line_is_canonical() -> None:
    """Keys in order, no spaces, instants in UTC: what a stranger hashes is this text."""
    assert LINES[0] == (
        '{"at":"2026-09-28T17:58:40Z","bidder":"maple-works","blob":"' + "b" * 40 + '","id":"github:900102",'
        '"kind":"head","n":1,"prev":"' + "0" * 64 + '","ref":"dex-mex/2026/keyboard-map","sha256":"' + "c" * 64 + '",'
        '"source":"forge"}'
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, LINES[1].replace("mail-1", "mail-2")),
        (1, LINES[0].replace('"n":1', '"n": 1')),
        (1, LINES[0].replace('"n":1', '"n":true')),
        (1, LINES[0].replace('"source":"forge"', '"source":"rumour"')),
        (1, LINES[0].replace('"kind":"head"', '"kind":"heads"')),
        (1, LINES[0].replace("17:58:40Z", "25:58:40Z")),
        (1, LINES[0].replace("}", ',"zed":1}')),
        (1, LINES[0].replace("}", ',"source":"forge"}')),
        (1, "[]"),
        (1, "{"),
        (1, ""),
        (3, LINES[3]),
    ],
)
def test_refuses_a_line_that_was_touched(number: int, text: str) -> None:
    """An edited line breaks at the next one, and a line of another form at itself."""
    lines = [*LINES[: number - 1], text, *LINES[number:]]
    broken = number + 1 if number == 2 else number

    with pytest.raises(BrokenLogError) as caught:
        list(read_log(lines))

    assert caught.value.line == broken


def test_a_digest_tells_nothing_without_its_salt() -> None:
    """It is the hash of the head's facts and the salt, which anybody can compute who has both."""
    head = Head("host", "maple-works", "", "b" * 40, "c" * 64)
    told = f'{{"bidder":"maple-works","blob":"{"b" * 40}","id":null,"salt":"{"9" * 64}","sha256":"{"c" * 64}"}}'

    assert digest_of(head, "9" * 64) == hashlib.sha256(told.encode()).hexdigest()
    assert digest_of(head, "8" * 64) != digest_of(head, "9" * 64)


@pytest.mark.parametrize("count", [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 3])
def test_a_log_is_whole_again_from_its_files(count: int) -> None:
    """However long it is, and whatever it grew from."""
    lines = tuple(f'{{"n":{n}}}' for n in range(1, count + 1))
    files = dict(segments(lines))

    assert joined(files) == lines
    for grown in range(count, count + 2):
        more = (*lines, *(f'{{"n":{n}}}' for n in range(count + 1, grown + 1)))
        assert joined({**files, **segments(more, count)}) == more
    assert len(files[LOG].splitlines()) <= SEGMENT


def test_the_log_of_the_worked_example_is_a_log() -> None:
    """A chain that others made is read to its end."""
    text = worked_example("receipts.jsonl").read_text("utf-8")
    lines = text.splitlines()

    read = list(read_log(lines))

    assert len(read) == 9
    assert json.loads(lines[-1])["prev"] == read[-1].prev
