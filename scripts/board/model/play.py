"""The demonstration: procurements told in business days around an instant, and the scenes that they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from board.core.text import Bilingual
from board.model.scalar import Fields, maybe_bilingual


@dataclass(frozen=True, slots=True)
class PlayedBid:
    """A bid of the demonstration.

    Attributes:
        bidder: Login.
        days_after: Business days after the publication.
        days_early: Business days before the end of the work by which it is to be delivered.
        fields: Language, price and answers, as the content has them.
    """

    bidder: str
    days_after: int
    days_early: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Play:
    """One procurement of the demonstration.

    Attributes:
        organization: Its id.
        slug: Last part of its REF.
        publishes: Business days from now until it is published; negative lies behind.
        open_days: Business days from publication to closing; 0 where `closes_in_hours` says it.
        closes_in_hours: Hours from now until it closes; 0 where `open_days` says it.
        work_days: Business days from closing until the work is due.
        opportunity: The request, but for instants, days and constants.
        bids: In the order of the content.
        award: Whether it ends with an award.
        cancel: Reason for which it ends without one; empty where it does not.
        cancel_after: Business days from publication to the cancellation; 0 for the day after the closing.
        cancel_text: What is said beside the fixed sentence.
    """

    organization: str
    slug: str
    publishes: int
    open_days: int
    closes_in_hours: int
    work_days: int
    opportunity: Fields
    bids: tuple[PlayedBid, ...]
    award: bool
    cancel: str
    cancel_after: int
    cancel_text: Bilingual | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing that somebody does in the demonstration.

    Attributes:
        kind: ``post`` and ``bid`` bring a file; ``award`` and ``cancel`` are the acts of those names.
        at: Instant, never after the one that the demonstration is played around.
        by: Login of who does it.
        ref: Of the procurement.
        files: Path to content, of a posting or a bid.
        reason: Of a cancellation.
        text: What is said beside the reason.
    """

    kind: Literal["post", "bid", "award", "cancel"]
    at: datetime
    by: str
    ref: str
    files: Mapping[str, bytes]
    reason: str = ""
    text: Bilingual | None = None


def play(fields: Fields) -> Play:
    """The procurement that a file of the demonstration tells."""
    end = fields.get("end", {})
    return Play(
        organization=fields["organization"],
        slug=fields["slug"],
        publishes=int(fields["publishes"]),
        open_days=int(fields.get("open_days", "0")),
        closes_in_hours=int(fields.get("closes_in_hours", "0")),
        work_days=int(fields["work_days"]),
        opportunity=fields["opportunity"],
        bids=tuple(
            PlayedBid(row["bidder"], int(row["days_after"]), int(row["days_early"]), row)
            for row in fields.get("bids", ())
        ),
        award=end.get("award", False),
        cancel=end.get("cancel", ""),
        cancel_after=int(end.get("days_after", "0")),
        cancel_text=maybe_bilingual(end.get("text")),
    )
