"""The verifiable draw: seed, stream and order, from what the log shows and the openings hold.

Source: `procurement.md` §7; a stranger recomputes it with SHA-256 and long division.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from board.model.closing import Closing
from board.model.draw import HeldDraw

# What stands in the seed where there is nothing to tell.
NOTHING = "-"

_WORDS = 1 << 64
_BYTES = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One bid of record, as the seed tells it.

    Attributes:
        bidder: Login.
        id: Numeric id of the forge; empty where it is not proven.
        salt: The 32 random bytes of its offer in hexadecimal; empty where it was not sealed or did not open.
    """

    bidder: str
    id: str
    salt: str


def entries_of(closing: Closing, salts: Mapping[str, str]) -> tuple[Entry, ...]:
    """The bids of record in the order of `closing.yml`.

    Args:
        closing: The closing.
        salts: Login to the salt of its offer in hexadecimal; ``-`` or absent where it was not sealed or did not open.
    """
    return tuple(Entry(row.bidder, row.id, salts.get(row.bidder, "").strip(NOTHING)) for row in closing.bids)


def seed_text(ref: str, number: int, entries: Sequence[Entry], secrets: Sequence[str], beacon: str = "") -> bytes:
    """The lines whose SHA-256 is the seed, each ended by LF.

    Args:
        ref: Of the opportunity.
        number: Of the draw, from 1.
        entries: In the order of `closing.yml`.
        secrets: In hexadecimal, in the order of the commitments.
        beacon: What the public beacon gave, in hexadecimal; empty where none was named.
    """
    lines = (
        "board draw 1",
        ref,
        str(number),
        *(f"bid {one.bidder} {one.id or NOTHING} {one.salt or NOTHING}" for one in entries),
        *(f"secret {secret}" for secret in secrets),
        f"beacon {beacon or NOTHING}",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def seed_of(text: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(text).hexdigest()


def stream(seed: str) -> Iterator[int]:
    """Numbers below 2^64 without end, four of each SHA-256 of the seed's 32 bytes and a counter of 8 bytes from 0."""
    start, counter = bytes.fromhex(seed), 0
    while True:
        block = hashlib.sha256(start + counter.to_bytes(8, "big")).digest()
        yield from (int.from_bytes(block[at : at + 8], "big") for at in range(0, 32, 8))
        counter += 1


def shuffled(logins: Sequence[str], numbers: Iterator[int]) -> tuple[str, ...]:
    """The order that a stream of numbers below 2^64 gives.

    For n from the count down to 2 a number is taken; one of 2^64 - (2^64 mod n) or more is skipped, so that each of the
    n places is as likely as any other.
    """
    places = list(logins)
    for n in range(len(places), 1, -1):
        fair = _WORDS - _WORDS % n
        number = next(found for found in numbers if found < fair)
        other = number % n
        places[n - 1], places[other] = places[other], places[n - 1]
    return tuple(places)


def order_of(entries: Sequence[Entry], seed: str) -> tuple[str, ...]:
    """Every login of record in the order that a seed gives; the first that passes wins."""
    return shuffled([one.bidder for one in entries], stream(seed))


def is_bytes(text: str) -> bool:
    """Whether *text* is 32 bytes as the seed has them.

    Capital letters would be the same bytes, and another seed: whoever shows a secret last could choose among them.
    """
    return _BYTES.fullmatch(text) is not None


def commitment_of(secret: str) -> str:
    """SHA-256 of a secret's bytes, in hexadecimal.

    Raises:
        ValueError: *secret* is not 32 bytes in hexadecimal.
    """
    if not is_bytes(secret):
        raise ValueError("a secret is 64 digits from 0 to f")
    return hashlib.sha256(bytes.fromhex(secret)).hexdigest()


@dataclass(frozen=True, slots=True)
class Trust:
    """What somebody would have had to know, or to be able to do, to steer a draw.

    Attributes:
        people: Whose secrets went into it, by login.
        sealed: How many bids carried random bytes of their own.
        bids: How many bids of record there are.
        beacon: What a public beacon is said to have given, in hexadecimal; empty where none went into it.
        void: How many draws before it were given up since somebody withheld a secret.
        withheld: Who withheld.
    """

    people: tuple[str, ...]
    sealed: int
    bids: int
    beacon: str
    void: int
    withheld: tuple[str, ...]


def trust_of(draws: Sequence[HeldDraw], entries: Sequence[Entry]) -> Trust:
    """Of the last of *draws*, which is the one that counts."""
    last, before = draws[-1], draws[:-1]
    people = tuple(sorted({shown.by for shown in last.secrets}))
    withheld = tuple(held.withheld_by for held in before if held.withheld_by)
    return Trust(people, sum(1 for one in entries if one.salt), len(entries), last.beacon, len(before), withheld)
