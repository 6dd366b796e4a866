"""What the log tells of the bids on one procurement: which count, which were taken back or late, which nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from board.model.closing import Attempt, Seen
from board.model.log import Head, Reason


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a veiled line of the log.

    Attributes:
        head: What was sent.
        salt: With it the digest of the line follows from the head.
    """

    head: Head
    salt: str


# Number of a line to what opens it.
Openings: TypeAlias = Mapping[int, Opening]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bid of record.

    Attributes:
        head: What was sent.
        at: Instant at which these bytes first arrived.
        receipt: The line of the log that tells it.
        salt: What opens that line; empty where it is in clear.
        source: Whose clock saw it, or that two officers ruled when it came.
    """

    head: Head
    at: datetime
    receipt: int
    salt: str
    source: Seen


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of which nobody can say whether it counts.

    Attributes:
        reason: Why.
        bidder: Login; empty where nobody knows whose it is.
        receipt: The line of the log; 0 where there is none.
        at: The instant that the line claims; None where there is none.
    """

    reason: Reason
    bidder: str
    receipt: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What follows from the lines of one procurement.

    Attributes:
        bids: The bids of record, by login.
        withdrawn: What suppliers took back in time, by receipt.
        late: What arrived after the closing and up to the cut, by receipt.
        doubts: What keeps the closing from being done, by receipt.
        sent: Every head that arrived in time, in the order of arrival, and with its own receipt; without blob where a
            bid was taken back.
        behind: Receipts behind the cut with an instant before the closing, which change nothing of the above and make
            the bids that they name indeterminate.
    """

    bids: tuple[Arrival, ...]
    withdrawn: tuple[Attempt, ...] = ()
    late: tuple[Attempt, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sent: tuple[Arrival, ...] = ()
    behind: tuple[Doubt, ...] = ()
