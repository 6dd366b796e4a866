"""The demonstration: procurements told in business days around an instant, and the scenes that they give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from board.core.text import Bilingual
from board.model.scalar import Fields, maybe_bilingual

# What somebody does.
Kind = Literal[
    "post", "bid", "mail", "withdraw", "mailbox", "close", "declare", "open", "sheet", "results", "secret",
    "award", "cancel", "settle",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lowered:
    """A bid that is sent again for less, in an auction.

    Attributes:
        days_after: Business days after the publication.
        price: CAD, before tax.
    """

    days_after: int
    price: str


@dataclass(frozen=True, slots=True)
class PlayedBid:
    """A bid of the demonstration.

    Attributes:
        bidder: Login.
        days_after: Business days after the publication; 0 where `minutes_late` says it.
        days_early: Business days before the end of the work by which it is to be delivered.
        fields: Language, price and answers, as the content has them.
        by_mail: Whether it comes by mail, and an officer enters it.
        withdrawn_after: Business days after the publication at which its supplier takes it back; 0 for never.
        minutes_late: Minutes after the closing; 0 for a bid in time.
        lowered: When it is sent again for less, in order.
        receipt_lost: Whether its branch lies there without a receipt, until two officers rule that it counts.
    """

    bidder: str
    days_after: int
    days_early: int
    fields: Fields
    by_mail: bool = False
    withdrawn_after: int = 0
    minutes_late: int = 0
    lowered: tuple[Lowered, ...] = ()
    receipt_lost: bool = False


@dataclass(frozen=True, slots=True)
class PlayedSheet:
    """What one evaluator thinks of the bids.

    Attributes:
        by: Login.
        languages: In which this person reads.
        marks: Bidder to criterion to ``pass``, ``fail`` or a score.
    """

    by: str
    languages: Sequence[str]
    marks: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Held:
    """What the people of one procurement keep for themselves.

    Attributes:
        identity: Secret key that opens the bids.
        recipient: Its public half.
        secrets: Login to that person's secret of the draw, in hexadecimal.
    """

    identity: str = field(repr=False)
    recipient: str
    secrets: Mapping[str, str] = field(repr=False)


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
        receipted: Whether bids are receipted, closed and evaluated; else they lie on branches and the check decides.
        sheets: What the evaluators think, in the order in which they hand in.
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
    receipted: bool = False
    sheets: tuple[PlayedSheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing that somebody does in the demonstration.

    Attributes:
        kind: ``post``, ``bid`` and ``mail`` bring files; the others are acts, as the commands have them.
        at: Instant, never after the one that the demonstration is played around.
        by: Login of who does it.
        ref: Of the procurement.
        files: Path to content, of a posting or a bid.
        reason: Of a cancellation or a ruling.
        text: What is said beside the reason.
        receipted: Whether a bid gets a receipt.
        arrived: When mail reached the server of the government, or a bid came as officers rule; None for all else.
        sheet: What an evaluator hands in; None for all else.
        bidder: Whose bid officers rule on; empty for all else.
    """

    kind: Kind
    at: datetime
    by: str
    ref: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    reason: str = ""
    text: Bilingual | None = None
    receipted: bool = False
    arrived: datetime | None = None
    sheet: PlayedSheet | None = None
    bidder: str = ""


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
        bids=tuple(map(_bid, fields.get("bids", ()))),
        award=end.get("award", False),
        cancel=end.get("cancel", ""),
        cancel_after=int(end.get("days_after", "0")),
        cancel_text=maybe_bilingual(end.get("text")),
        receipted=fields.get("receipted", False),
        sheets=tuple(PlayedSheet(row["by"], row["languages"], row["marks"]) for row in fields.get("sheets", ())),
    )


def _bid(fields: Fields) -> PlayedBid:
    return PlayedBid(
        bidder=fields["bidder"],
        days_after=int(fields.get("days_after", "0")),
        days_early=int(fields["days_early"]),
        fields=fields,
        by_mail=fields.get("by_mail", False),
        withdrawn_after=int(fields.get("withdrawn_after", "0")),
        minutes_late=int(fields.get("minutes_late", "0")),
        receipt_lost=fields.get("receipt_lost", False),
        lowered=tuple(Lowered(int(row["days_after"]), row["price"]) for row in fields.get("lowered", ())),
    )
