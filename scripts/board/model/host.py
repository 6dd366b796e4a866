"""What reaches a host by a push, and what it gives back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# How it is known whose push it is: a name in a branch, or a key that the host was told of.
Identity = Literal["claimed", "key"]

# Why something is not taken in: it would harm the repository.
Harm = Literal[
    "closed-ref", "name", "not-yours", "not-a-commit", "too-many-commits", "too-much", "no-board", "not-an-owner",
    "nothing-to-withdraw", "too-many-refs", "moved",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """One ref that a push wants to move.

    Attributes:
        ref: Full name.
        old: What the pusher believes that it is; empty where it is not there.
        new: Object; empty where the ref is to go.
    """

    ref: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pusher:
    """Who pushes.

    Attributes:
        login: Lower case; empty where nobody proved anything, and the name of the branch is believed.
        identity: How that is known.
    """

    login: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a supplier gets for what was sent: enough to open its line of the log.

    Attributes:
        line: Its number in the log.
        at: Instant at which it was taken in.
        sha256: Of that line.
        text: The line.
        ref: Of the procurement.
        login: Whose bid.
        head: Commit; empty where the bid was withdrawn.
        blob: Id of the bid's Git blob; empty where none was sent.
        bid_sha256: Of its bytes; empty where `blob` is.
        salt: What opens the digest of the line.
        again: Whether it was given before.
        before: Latest instant of the lines before, where the clock has gone back since; else None.
    """

    line: int
    at: datetime
    sha256: str
    text: str
    ref: str
    login: str
    head: str
    blob: str
    bid_sha256: str
    salt: str
    again: bool = False
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Denied:
    """Something that was not taken in.

    Attributes:
        sent: What was tried.
        harm: Why.
        line: Number of the line of the log that tells of the attempt; 0 where there is none.
        salt: What opens its digest; empty where there is none.
    """

    sent: Sent
    harm: Harm
    line: int = 0
    salt: str = ""
