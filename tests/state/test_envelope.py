"""What is inside an envelope: one text for one opening, and nothing else is read."""

import json
import subprocess
from pathlib import Path
from random import Random

import pytest
from tests.real_input import worked_example
from tests.sealing import REF, key, opening

from board.model.sealing import Opening
from board.state.envelope import BUCKETS, TooLongError, read_opening, sha256, write_opening

ALPHABET = 'ab\0\x1f\t\n\r "\\\\/{}[],:\x7f\x85é\u00a0\u2028\u202e\ufeff\uffff漢🍁'


def padded(text: str, length: int = 4096) -> bytes:
    """A text, filled up."""
    return text.encode().ljust(length - 1) + b"\n"


def test_is_json_with_sorted_keys_and_no_spaces_filled_up() -> None:
    """The whole of it, so that a stranger's script writes the same."""
    salt = sha256(b"maple-works offer")
    expected = (
        f'{{"bidder":"maple-works","content":{{"price":"8000.00"}},"key":"{key().recipient}",'
        f'"opportunity":"{REF}","part":"offer","salt":"{salt}","v":1}}'
    )

    assert write_opening(opening("maple-works", "offer")) == padded(expected)


def test_what_is_written_is_read() -> None:
    """Any text goes in and comes out."""
    random = Random(4)  # noqa: S311 - the same texts in every run
    for _ in range(300):
        letters = [random.choice(ALPHABET) for _ in range(random.randrange(40))]
        responses = {f"c{number}": "".join(letters) for number in range(random.randrange(4))}
        made = opening("maple-works", "answers", content={"declares": True, "responses": responses})

        assert read_opening(write_opening(made)) == made


def answers(length: int) -> Opening:
    """An opening whose JSON takes that many bytes."""
    bare = len(write_opening(opening("a", "answers", content={"name": ""})).rstrip())
    return opening("a", "answers", content={"name": "x" * (length - bare)})


@pytest.mark.parametrize("bucket", BUCKETS)
def test_the_lengths(bucket: int) -> None:
    """What just fits with its line break takes the bucket; one byte more the next, or is refused."""
    assert len(write_opening(answers(bucket - 1))) == bucket
    if bucket < BUCKETS[-1]:
        assert len(write_opening(answers(bucket))) == 2 * bucket
    else:
        with pytest.raises(TooLongError) as refused:
            write_opening(answers(bucket))
        assert (refused.value.part, refused.value.bytes, refused.value.limit) == ("answers", 32769, 32768)


def test_a_longer_padding_is_taken() -> None:
    """It hides more, and harms nobody."""
    made = opening("maple-works", "offer")
    text = write_opening(made).decode().rstrip()

    assert [read_opening(padded(text, bucket)) for bucket in BUCKETS] == [made] * 4


def fields(**other: object) -> str:
    """The canonical text of an opening with other values, some of which it may not have."""
    text = write_opening(opening("maple-works", "offer")).decode()
    return json.dumps({**json.loads(text), **other}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


GOOD = fields()


WRONG = [
    b"",
    GOOD.encode(),
    padded(GOOD, 4095),
    padded(GOOD, 65536),
    padded(GOOD)[:-1] + b" ",
    padded(GOOD)[:-2] + b"\n\n",
    padded(" " + GOOD),
    padded(GOOD.replace(":", ": ", 1)),
    padded(GOOD.replace('"v":1', '"v":1.0')),
    padded(GOOD.replace('"v":1', '"v":true')),
    padded(GOOD.replace("maple", "\\u006daple")),
    padded(GOOD.replace('{"bidder"', '{"bidder":"a","bidder"')),
    padded(GOOD.replace('"8000.00"', "8000")),
    padded(GOOD.replace('"8000.00"', "NaN")),
    padded(GOOD.replace('"8000.00"', "[" * 3000)),
    padded("[" * 4000),
    padded("9" * 4090),
    padded("[]"),
    padded("null"),
    padded(fields(v=2)),
    padded(fields(part="price")),
    padded(fields(part=["offer"])),
    padded(fields(bidder="Maple")),
    padded(fields(bidder=None)),
    padded(fields(bidder={})),
    padded(fields(opportunity="dex-mex")),
    padded(fields(key="age1x")),
    padded(fields(salt="A" * 64)),
    padded(fields(salt="a" * 62)),
    padded(fields(content=[])),
    padded(fields(content={"price": None})),
    padded(fields(content={"price": ["1"]})),
    padded(fields(content={"a: b": "1"})),
    padded(fields(content={"responses": {"A": "x"}})),
    padded(fields(content={"responses": {"a": True}})),
    padded(fields(more="x")),
    padded(GOOD.replace('"8000.00"', '"\\ud800"')),
    GOOD.encode().replace(b"8000", b"80\xff0").ljust(4095) + b"\n",
]


@pytest.mark.parametrize("data", WRONG, ids=map(str, range(len(WRONG))))
def test_nothing_else_is_read(data: bytes) -> None:
    """Neither another text for the same, nor another shape."""
    assert read_opening(data) is None


def test_the_near_twin_is_read() -> None:
    """The text from which all of these are made."""
    assert read_opening(padded(GOOD)) == opening("maple-works", "offer")


def test_openings_of_the_worked_example() -> None:
    """Each is read, is written again to the byte, and has the digest that the filed bid promised."""
    folder = worked_example(f"opportunities/{REF}")
    found = sorted((folder / "openings").glob("*.json"))
    for path in found:
        data = path.read_bytes()
        login, part, _ = path.name.split(".")
        read = read_opening(data)
        assert read is not None
        assert write_opening(read) == data
        assert (read.bidder, read.part, read.opportunity) == (login, part, REF)
        assert f'sha256: "{sha256(data)}"' in (folder / "bids" / f"{login}.yml").read_text("utf-8")

    assert len(found) == 7


def test_sha256sum_says_the_same(tmp_path: Path) -> None:
    """Anybody checks an opening with the tool of their machine."""
    path = tmp_path / "maple-works.offer.json"
    path.write_bytes(write_opening(opening("maple-works", "offer")))

    printed = subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True).stdout

    assert printed.split()[0] == sha256(path.read_bytes())
