"""The log on the branch `receipts`: what happened in which order, one line each, whatever the source."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

# Whose clock saw something arrive.
Source = Literal["host", "forge", "mail"]

# Why it is not known whether a bid counts: its instants contradict each other, nobody opens the line, the log was cut
# before its receipt was written, there is no receipt at all, or the file that was received is not here.
Reason = Literal["contradictory-instants", "unopened-line", "receipt-behind-cut", "no-receipt", "absent-file"]


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
        sha256: Of the list of what was inside those that count (`state.opened.list_sha256`), which nobody shortens
            afterwards; empty in a log from before lists were kept.
    """

    by: str
    sha256: str = ""


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something counts of which the log alone cannot say it.

    Attributes:
        doubt: Why the log cannot.
        receipt: The line of the log that it is about; 0 where there is none.
        bidder: Login of whose bid it is; told only where there is no line, or where the line tells nobody.
        counts: The answer.
        because: Why, in a word of a fixed list.
        received: When the bid was received; None where it does not count.
        blob: Id of the bid's Git blob, where no line tells it and it counts; else empty.
        sha256: Of its bytes; empty where `blob` is.
        salt: What opens the line, where the supplier showed it; else empty.
    """

    doubt: Reason
    receipt: int
    bidder: str
    counts: bool
    because: str
    received: datetime | None = None
    blob: str = ""
    sha256: str = ""
    salt: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One officer says in writing whether something in doubt counts; it takes two who say the same.

    Attributes:
        by: Login.
        verdict: What they say.
    """

    by: str
    verdict: Verdict


Entry: TypeAlias = (
    "Head | Veiled | Refusal | MailboxRead | Declared | Opened | Sheet | Evaluated | Secret | Void | Committed | Ruling"
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
