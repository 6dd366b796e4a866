"""What a closing fixes: `closing.yml`, the bids of record, from the log up to one of its lines."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast

from board.model.log import Source
from board.model.scalar import Fields, instant

# Whose clock saw a bid of record, or that two officers ruled when it came.
Seen: TypeAlias = Source | Literal["ruling"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """One bid of record.

    Attributes:
        bidder: Login.
        id: Numeric id of the forge; empty where it is not proven.
        language: ``en`` or ``fr``; empty where the file cannot be read.
        received_at: Instant at which it was received.
        source: Whose clock saw it, or that two officers ruled when it came.
        receipt: Its line in the log; where no clock saw it, the line with which it was ruled to count.
        salt: What opens the digest of that line; empty where the line is in clear.
        blob: Id of the Git blob.
        sha256: Of its bytes.
    """

    bidder: str
    id: str
    language: str
    received_at: datetime
    source: Seen
    receipt: int
    salt: str
    blob: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A line of the log that gave no bid of record.

    Attributes:
        receipt: Its number.
        digest: What the log says of it: the salted digest, or that of the file.
        lines: Of a bid that was taken back the other lines of its supplier, whom nobody names.
    """

    receipt: int
    digest: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """The bids of record.

    Attributes:
        opportunity: REF.
        opportunity_sha256: Of the request as it stood at closing.
        closes_at: Last second at which a bid counts.
        line: The last line of the log that was read.
        line_sha256: Of that line.
        bids: By login.
        withdrawn: What suppliers took back in time.
        late: What arrived after the closing, up to that line.
        rulings: The last line of the log up to which rulings on what was in doubt were read; 0 where nothing was.
        rulings_sha256: Of that line; empty where there is none.
        earlier: Everything else that arrived in time from who bid, by receipt, so that anybody can tell why the bids of
            record stand; without blob where a bid was to be taken back. In a reverse auction the tag keeps these files.
    """

    opportunity: str
    opportunity_sha256: str
    closes_at: datetime
    line: int
    line_sha256: str
    bids: tuple[Recorded, ...]
    withdrawn: tuple[Attempt, ...] = ()
    late: tuple[Attempt, ...] = ()
    rulings: int = 0
    rulings_sha256: str = ""

    @property
    def last(self) -> tuple[int, str]:
        """The last line of the log that was read for anything, and its SHA-256: the tag stands on the log up to it."""
        return (self.rulings, self.rulings_sha256) if self.rulings else (self.line, self.line_sha256)

    earlier: tuple[Recorded, ...] = ()


def closing(fields: Fields) -> Closing:
    """What a valid `closing.yml` holds.

    Raises:
        ImpossibleError: An instant cannot be.
    """
    return Closing(
        opportunity=fields["opportunity"],
        opportunity_sha256=fields["opportunity_sha256"],
        closes_at=instant(fields["closes_at"]),
        line=int(fields["log"]["line"]),
        line_sha256=fields["log"]["sha256"],
        bids=tuple(_recorded(row) for row in fields["bids"]),
        withdrawn=tuple(_attempt(row) for row in fields.get("withdrawn", ())),
        late=tuple(_attempt(row) for row in fields.get("late", ())),
        rulings=int(fields["rulings"]["line"]) if "rulings" in fields else 0,
        rulings_sha256=fields["rulings"]["sha256"] if "rulings" in fields else "",
        earlier=tuple(_recorded(row) for row in fields.get("earlier", ())),
    )


def _recorded(fields: Fields) -> Recorded:
    return Recorded(
        bidder=fields["bidder"],
        id=fields.get("id", ""),
        language=fields.get("language", ""),
        received_at=instant(fields["received_at"]),
        source=cast(Seen, fields["source"]),
        receipt=int(fields["receipt"]),
        salt=fields.get("salt", ""),
        blob=fields.get("blob", ""),
        sha256=fields.get("sha256", ""),
    )


def _attempt(fields: Fields) -> Attempt:
    return Attempt(int(fields["receipt"]), fields["digest"], tuple(map(int, fields.get("lines", ()))))
