"""The log on the branch `receipts`: what happened in which order, one line each, whatever the source."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

# Whose clock saw something arrive.
Source = Literal["host", "forge", "mail"]


@dataclass(frozen=True, slots=True)
class Head:
    """What a supplier sent last, told in clear.

    Attributes:
        source: Whose clock saw it.
        bidder: Login.
        id: Numeric id of the forge; empty where nobody attested it.
        blob: Id of the bid's Git blob; empty where the supplier took the bid back.
        sha256: Of its bytes; empty where `blob` is.
        arrived: Instant at which mail reached the server of the government; None for other sources.
        by: Login of the officer who entered mail; empty for other sources.
    """

    source: Source
    bidder: str
    id: str
    blob: str
    sha256: str
    arrived: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Veiled:
    """What a supplier sent last, told by a salted digest until the closing is done.

    Attributes:
        source: Whose clock saw it.
        digest: Of the same facts with a salt.
    """

    source: Source
    digest: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something was pushed that would have harmed the repository, and was not taken in.

    Attributes:
        source: Whose clock saw it.
        digest: Of what was tried, with a salt.
    """

    source: Source
    digest: str


@dataclass(frozen=True, slots=True)
class MailboxRead:
    """An officer read the mailbox and entered what had arrived in time: here the log is cut.

    Attributes:
        by: Login.
    """

    by: str


@dataclass(frozen=True, slots=True)
class Declared:
    """Somebody who acts on a procurement said, knowing who bid, whether there is a conflict of interest.

    Attributes:
        by: Login.
        conflict: ``none`` or ``declared``.
    """

    by: str
    conflict: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The sealed bids of record were opened, all at once.

    Attributes:
        by: Login of who keeps the key.
    """

    by: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One evaluator is done, before anybody sees another's sheet.

    Attributes:
        by: Login.
        sha256: Of the sheet, which stays outside the repository.
    """

    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The evaluation is finished; no secret of a draw is shown before this line.

    Attributes:
        by: Login.
        sha256: Of `evaluation.yml`.
    """

    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret of a draw is shown.

    Attributes:
        by: Login.
        draw: Counts from 1.
        secret: 32 bytes in hexadecimal.
    """

    by: str
    draw: int
    secret: str


@dataclass(frozen=True, slots=True)
class Void:
    """A draw is given up, since a secret was withheld.

    Attributes:
        by: Login of who says so.
        draw: Counts from 1.
        withheld_by: Login of who showed none in time.
    """

    by: str
    draw: int
    withheld_by: str


@dataclass(frozen=True, slots=True)
class Committed:
    """A new commitment, to a draw that is held again.

    Attributes:
        by: Login.
        draw: Counts from 1.
        sha256: Of the secret.
    """

    by: str
    draw: int
    sha256: str


Entry: TypeAlias = (
    "Head | Veiled | Refusal | MailboxRead | Declared | Opened | Sheet | Evaluated | Secret | Void | Committed"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log.

    Attributes:
        n: Counts from 1, over all procurements.
        prev: SHA-256 of the line before, without its line break; zeros for the first.
        at: Instant at which it was written, to the second.
        ref: Of the procurement.
        entry: What happened.
        sha256: Of this line, without its line break.
    """

    n: int
    prev: str
    at: datetime
    ref: str
    entry: Entry
    sha256: str
