"""Keys: what is sealed to one opens with it, and with nothing else."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from tests.sealing import key, opening, other_key

from board.adapters.keys import UnusableKeyError, generate, opened, random_bytes, recipient_of, seal
from board.state.armour import armoured, bare, flaw
from board.state.envelope import write_opening
from board.state.recipient import is_recipient

PLAIN = write_opening(opening("maple-works", "offer"))


def test_a_pair() -> None:
    """Every pair is another one, and the public half follows from the secret one."""
    one, other = generate(), generate()

    assert one != other
    assert recipient_of(one.identity) == one.recipient
    assert is_recipient(one.recipient)


def test_random_bytes() -> None:
    """32 of them, never the same."""
    assert len(random_bytes()) == 32
    assert len({random_bytes() for _ in range(20)}) == 20


def test_what_is_sealed_opens_with_the_key_alone() -> None:
    """In canonical armour; with another key, broken or with nothing inside it does not open, and the rest does."""
    good = seal(PLAIN, key().recipient)
    data = bare(good)
    assert data is not None
    wrong = [
        seal(PLAIN, other_key().recipient),
        armoured(data[:-1]),
        armoured(data + b"x"),
        good[:-1],
        "",
        armoured(b"x"),
    ]

    assert flaw(good) is None
    assert list(opened([good, *wrong, good], key().identity)) == [PLAIN, *[None] * 6, PLAIN]


def test_an_empty_last_chunk_does_not_open() -> None:
    """A hand-written reader took one; the library refuses it."""
    data = pyrage.encrypt(b"x" * 65536, [pyrage.x25519.Recipient.from_str(key().recipient)])

    assert list(opened([armoured(data), armoured(data + b"\0" * 16)], key().identity)) == [b"x" * 65536, None]


@pytest.mark.parametrize("text", ["", "age1", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1X"])
def test_what_is_no_key(text: str) -> None:
    """It is refused, and never repeated: it may be a secret key with a letter missing."""
    asked: list[Callable[[], object]] = [
        lambda: seal(PLAIN, text),
        lambda: recipient_of(text),
        lambda: list(opened([""], text)),
    ]
    for ask in asked:
        with pytest.raises(UnusableKeyError) as refused:
            ask()
        assert str(refused.value) == ""


@pytest.mark.skipif(not Path("/usr/bin/age").exists(), reason="there is no age; `make test` installs it")
def test_stock_age_opens_and_seals(tmp_path: Path) -> None:
    """Who has no Python seals with age and its armour, and an officer opens with either."""
    age = shutil.which("age") or "/usr/bin/age"
    identity = tmp_path / "key"
    identity.write_text(key().identity + "\n")
    ours = seal(PLAIN, key().recipient).encode()

    read = subprocess.run([age, "-d", "-i", identity], input=ours, capture_output=True, check=True).stdout
    theirs = subprocess.run([age, "-a", "-r", key().recipient], input=PLAIN, capture_output=True, check=True).stdout

    assert read == PLAIN
    assert flaw(theirs.decode()) is None
    assert list(opened([theirs.decode()], key().identity)) == [PLAIN]
