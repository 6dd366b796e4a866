"""An envelope looked at from outside."""

import base64
from random import Random

import pyrage
import pytest
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS
from tests.sealing import REF, key, other_key

from board.adapters.keys import generate, seal
from board.jobs.reading import Content, read_bid
from board.model.reference import bid_path
from board.model.sealing import PARTS
from board.state.armour import BEGIN, END, armoured, bare, content_length, flaw
from board.state.envelope import BUCKETS
from board.state.opened import envelope_of
from board.state.recipient import is_recipient


def text(data: bytes) -> str:
    """Base64 without padding, as headers have it."""
    return base64.b64encode(data).decode().rstrip("=")


def envelope(*lines: str, mac: str = text(b"m" * 32), payload: int = 4096 + 32) -> str:
    """An envelope with any header."""
    header = "\n".join(("age-encryption.org/v1", *lines, f"--- {mac}")) + "\n"
    return armoured(header.encode() + b"p" * payload)


SHARE, WRAPPED = text(b"s" * 32), text(b"w" * 32)
STANZA = (f"-> X25519 {SHARE}", WRAPPED)


@pytest.mark.parametrize("length", BUCKETS)
def test_accepts_what_pyrage_seals(length: int) -> None:
    """With the stanza of random type and length that it adds, which is no recipient."""
    assert {flaw(seal(b"x" * length, key().recipient)) for _ in range(20)} == {None}


@pytest.mark.parametrize("stanza", [(), ("-> a-grease", ""), ("-> B]x-grease q! ~", "A" * 64, "A" * 64, "AAAA")])
def test_accepts_one_key_and_grease(stanza: tuple[str, ...]) -> None:
    """Stanzas that mean nothing stand before or behind."""
    assert flaw(envelope(*STANZA, *stanza)) is None
    assert flaw(envelope(*stanza, *STANZA)) is None


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (*STANZA, *STANZA),
        (*STANZA, "-> ssh-ed25519 abcd", WRAPPED),
        (*STANZA, "-> scrypt abcd 18", WRAPPED),
        (*STANZA, "-> grease", ""),
        ("-> a-grease", ""),
    ],
)
def test_refuses_other_than_one_key(lines: tuple[str, ...]) -> None:
    """None, two, and any other type than X25519."""
    assert flaw(envelope(*lines)) == "recipients"


@pytest.mark.parametrize(
    "lines",
    [
        (f"-> X25519 {SHARE}",),
        ("-> X25519", WRAPPED),
        (f"-> X25519 {SHARE} more", WRAPPED),
        (f"-> X25519 {text(b's' * 31)}", WRAPPED),
        (f"-> X25519 {SHARE}", text(b"w" * 31)),
        (f"-> X25519 {SHARE}", "A" * 64),
        (f"->  X25519 {SHARE}", WRAPPED),
        (f"X25519 {SHARE}", WRAPPED),
        (*STANZA, "-> é-grease", ""),
        (*STANZA, "-> a-grease", "A"),
        (*STANZA, "-> a-grease", "A" * 70),
        (*STANZA, "-> a-grease", *["A" * 64] * 30, ""),
    ],
)
def test_refuses_a_broken_header(lines: tuple[str, ...]) -> None:
    """Each stanza is whole, and all of it takes at most 2 KiB."""
    assert flaw(envelope(*lines)) == "header"


def test_refuses_another_version_and_a_broken_end() -> None:
    """What no program would open."""
    good = bare(envelope(*STANZA))
    assert good is not None

    assert flaw(armoured(good.replace(b"/v1", b"/v3", 1))) == "header"
    assert flaw(envelope(*STANZA, mac=text(b"m" * 31))) == "header"
    assert flaw(envelope(*STANZA, mac="")) == "header"
    assert flaw(armoured(b"")) == "armour"
    assert flaw(armoured(b"x")) == "header"
    assert flaw(armoured(good[:60])) == "header"


@pytest.mark.parametrize("payload", [0, 15, 31, 32, 4095 + 32, 4097 + 32, 32769 + 32, 65536 + 32, 65536 + 48 + 4096])
def test_refuses_another_length(payload: int) -> None:
    """One byte less or more than a length, and what takes several pieces."""
    assert flaw(envelope(*STANZA, payload=payload)) == "length"


@pytest.mark.parametrize("length", [0, 1, 4096, 65535, 65536, 65537, 131072, 131073, 200000])
def test_the_length_of_the_content(length: int) -> None:
    """Worked out from the payload, it is what went in."""
    data = pyrage.encrypt(b"x" * length, [pyrage.x25519.Recipient.from_str(key().recipient)])
    end = data.index(b"\n", data.index(b"\n---") + 1) + 1

    assert content_length(len(data) - end) == length


def test_an_armour_is_read_back() -> None:
    """One text for one file, whatever its length."""
    random = Random(4)  # noqa: S311 - the same bytes in every run
    for length in range(1, 200):
        data = random.randbytes(length)

        assert bare(armoured(data)) == data


GOOD = armoured(bytes(range(100)))


@pytest.mark.parametrize(
    "armour",
    [
        "",
        GOOD[:-1],
        GOOD + "\n",
        "\n" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", " \n", 2),
        GOOD.replace("\n", "\n\n", 1),
        GOOD.replace(BEGIN, BEGIN.lower()),
        GOOD.replace(f"{END}\n", ""),
        GOOD.replace("==", ""),
        GOOD.replace("Yw==", "Yx=="),
        GOOD.replace("\n", "", 2).replace(BEGIN, BEGIN + "\n"),
        f"{BEGIN}\n{END}\n",
        f"{BEGIN}\n\n{END}\n",
    ],
)
def test_refuses_another_armour(armour: str) -> None:
    """Some programs open it and others do not, so it decides nothing."""
    assert armour != GOOD
    assert bare(armour) is None
    assert flaw(armour) == "armour"


def test_bids_of_the_worked_example() -> None:
    """All eight envelopes have nothing wrong with them."""
    folder = worked_example(f"opportunities/{REF}/bids")
    flaws = []
    for path in sorted(folder.glob("*.yml")):
        filed = read_bid(path.stem, bid_path(REF, path.stem), Content(path.read_bytes()), SCHEMAS)
        assert filed.bid is not None
        flaws += [flaw(each.sealed) for part in PARTS if (each := envelope_of(filed.bid, part))]

    assert flaws == [None] * 8


def test_a_public_key_has_a_checksum() -> None:
    """What was not copied whole is no key."""
    good = other_key().recipient
    wrong = {
        good.replace(good[10], "q" if good[10] != "q" else "p", 1),
        good[:-1],
        good + "q",
        good.upper(),
        "",
        "age1",
    }

    assert all(is_recipient(generate().recipient) for _ in range(20))
    assert not any(map(is_recipient, wrong))
    assert not is_recipient("age1" + "é" * 58)
