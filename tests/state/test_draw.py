"""The draw to the byte: a vector of our own, and the worked example."""

import hashlib
import itertools
import json
from collections import Counter

import pytest
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS

from board.state.draw import Entry, commitment_of, entries_of, is_bytes, order_of, seed_of, seed_text, shuffled, stream
from board.state.ledger.closings import read_closing, read_draws

ENTRIES = (
    Entry("alder", "github:12", "11" * 32),
    Entry("birch", "", "22" * 32),
    Entry("cedar", "", ""),
    Entry("mail-7", "", "33" * 32),
)
SECRETS = ("aa" * 32, "bb" * 32)

TEXT = f"""\
board draw 1
dex-mex/2026/date-filter
2
bid alder github:12 {"11" * 32}
bid birch - {"22" * 32}
bid cedar - -
bid mail-7 - {"33" * 32}
secret {"aa" * 32}
secret {"bb" * 32}
beacon {"cc" * 32}
"""
SEED = "145729a1372956aad78537f318d244017676f7403bce72825f8ee7a8d553c3e1"
ORDER = ("cedar", "mail-7", "birch", "alder")


def test_our_own_vector() -> None:
    """A bid without an id, one that was not sealed, a draw held again, a beacon."""
    text = seed_text("dex-mex/2026/date-filter", 2, ENTRIES, SECRETS, "cc" * 32)

    assert text == TEXT.encode()
    assert seed_of(text) == SEED
    assert order_of(ENTRIES, SEED) == ORDER


def test_a_stranger_finds_the_same() -> None:
    """Written down once more, as long as it is on paper, from the text of the rule alone."""
    places = [entry.bidder for entry in ENTRIES]
    numbers = []
    for counter in range(4):
        block = hashlib.sha256(bytes.fromhex(SEED) + bytes(7) + bytes([counter])).hexdigest()
        numbers += [int(block[at : at + 16], 16) for at in range(0, 64, 16)]
    for n, number in zip(range(4, 1, -1), numbers, strict=False):
        assert number < 2**64 - 2**64 % n
        there = number % n + 1
        places[n - 1], places[there - 1] = places[there - 1], places[n - 1]

    assert tuple(places) == ORDER
    assert list(itertools.islice(stream(SEED), 16)) == numbers


def test_the_worked_example() -> None:
    """Seed and order of the example, from its closing, openings and log."""
    folder = "opportunities/dex-mex/2026/keyboard-map"
    closing = read_closing(worked_example(f"{folder}/closing.yml").read_bytes(), SCHEMAS)
    draws = read_draws(worked_example(f"{folder}/draw.yml").read_bytes(), SCHEMAS)
    assert closing
    assert draws
    salts = {
        row.bidder: json.loads(worked_example(f"{folder}/openings/{row.bidder}.offer.json").read_bytes())["salt"]
        for row in closing.bids
    }
    (held,) = draws.draws

    text = seed_text(closing.opportunity, 1, entries_of(closing, salts), [shown.secret for shown in held.secrets])

    assert text == worked_example("seed.txt").read_bytes()
    assert seed_of(text) == held.seed
    assert order_of(entries_of(closing, salts), held.seed) == held.order == draws.order


def test_a_number_that_would_favour_somebody_is_skipped() -> None:
    """2^64 leaves 1 when divided by 3, so the one number at the top is not used for three places."""
    top = 2**64 - 1

    assert shuffled("abc", iter([top, 0, 1])) == shuffled("abc", iter([0, 1])) == ("c", "b", "a")
    assert shuffled("ab", iter([top])) == ("a", "b")


def test_one_place_takes_no_number() -> None:
    """Nor does none."""
    assert (shuffled("a", iter([])), shuffled("", iter([]))) == (("a",), ())


def test_every_order_is_as_likely() -> None:
    """24,000 seeds give each of the 24 orders of four about a thousand times."""
    entries = [Entry(login, "", "") for login in "abcd"]
    found = Counter(order_of(entries, hashlib.sha256(str(n).encode()).hexdigest()) for n in range(24_000))

    assert len(found) == 24
    assert max(abs(times - 1000) for times in found.values()) < 150


@pytest.mark.parametrize("text", ["not hex", "aa" * 31, "aa" * 33, "AA" * 32, "aa" * 32 + "\n", "é" * 64])
def test_a_secret_has_one_form(text: str) -> None:
    """The same bytes in capital letters would be another seed, of which the last to show could choose the better."""
    assert not is_bytes(text)
    with pytest.raises(ValueError, match="64 digits"):
        commitment_of(text)


def test_a_promise_is_of_bytes() -> None:
    """Not of the text that tells them."""
    assert commitment_of("00" * 32) == hashlib.sha256(bytes(32)).hexdigest()
