"""What the messages of commits and tags say: a subject and trailers, canonical to the byte.

They are read only from the first-parent line of main, from the award commit directly under it, and from tags: a
supplier writes the messages of a bid, and whatever stands there means nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model.award import Award, Cancellation
from board.model.closing import Closing
from board.model.scalar import ImpossibleError, instant
from board.state.canonical import money

_TRAILER = re.compile(r"(Board-[A-Za-z-]+): (.*)")
_ANY_TRAILER = re.compile(r"^[ \t]*Board-[A-Za-z-]+[ \t]*:", re.MULTILINE | re.IGNORECASE)
_PERSON = re.compile(r"([a-z0-9-]+)(?: \(([a-z]+:[0-9]+)\))?")


@dataclass(frozen=True, slots=True)
class Merge:
    """Who merged an award, and when, as far as the forge told.

    Attributes:
        by: Login; empty where nobody told.
        id: Numeric id of the forge, such as ``github:900012``; empty where it is not known.
        at: Instant; None where nobody told.
    """

    by: str = ""
    id: str = ""
    at: datetime | None = None


UNTOLD = Merge()


def award_message(award: Award) -> str:
    """The message of an award's commit, without a final line break."""
    return _message(f"Award {award.opportunity} to {award.bidder}", _award_trailers(award))


def award_tag_message(award: Award, merge: Merge = UNTOLD) -> str:
    """The message of an award's tag, without a final line break."""
    told: list[tuple[str, str]] = []
    if merge.by:
        told.append(("Board-Merged-By", f"{merge.by} ({merge.id})" if merge.id else merge.by))
    if merge.at:
        told.append(("Board-Merged-At", merge.at.isoformat()))
    return _message(f"Award {award.opportunity} to {award.bidder}", (*_award_trailers(award), *told))


def merge_of(tag_message: str) -> Merge:
    """Who merged and when, of a tag's message; what is not told, or told in another form, stays empty."""
    told = dict(trailers(tag_message))
    person = _PERSON.fullmatch(told.get("Board-Merged-By", ""))
    try:
        at = instant(told["Board-Merged-At"]) if "Board-Merged-At" in told else None
    except ImpossibleError:
        at = None
    return Merge(person[1] if person else "", (person[2] or "") if person else "", at)


def cancellation_message(cancellation: Cancellation) -> str:
    """The message of a cancellation's commit, without a final line break."""
    return _message(
        f"End {cancellation.opportunity} without an award",
        (
            ("Board-Act", "cancel"),
            ("Board-Opportunity", cancellation.opportunity),
            ("Board-Reason", cancellation.reason),
            ("Board-By", cancellation.decided_by),
        ),
    )


def closing_message(closing: Closing, sha256: str) -> str:
    """The message of a closing's commit and tag, without a final line break; *sha256* is that of `closing.yml`."""
    return _message(
        f"Close {closing.opportunity}",
        (
            ("Board-Act", "close"),
            ("Board-Opportunity", closing.opportunity),
            ("Board-Log", f"{closing.line} sha256:{closing.line_sha256}"),
            ("Board-Closing", f"sha256:{sha256}"),
        ),
    )


def trailers(message: str) -> tuple[tuple[str, str], ...]:
    """Name and value of each trailer in the last paragraph of *message*, in order; none where a name stands twice."""
    found = tuple(
        (match[1], match[2]) for line in message.split("\n\n")[-1].splitlines() if (match := _TRAILER.fullmatch(line))
    )
    return found if len({name for name, _ in found}) == len(found) else ()


def claims(message: str) -> bool:
    """Whether *message* has anything that looks like a trailer of the board, wherever it stands."""
    return _ANY_TRAILER.search(message) is not None


def _award_trailers(award: Award) -> tuple[tuple[str, str], ...]:
    return (
        ("Board-Act", "award"),
        ("Board-Opportunity", award.opportunity),
        ("Board-Bidder", award.bidder),
        ("Board-Bid", f"sha256:{award.sha256}"),
        ("Board-Total", f"{money(award.value.total)} CAD"),
        ("Board-By", award.decided_by),
    )


def _message(subject: str, pairs: Sequence[tuple[str, str]]) -> str:
    return "\n".join((subject, "", *(f"{name}: {value}" for name, value in pairs)))
