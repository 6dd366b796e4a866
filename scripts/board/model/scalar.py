"""Text of a valid document as values that cannot be wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from board.core.text import Bilingual

# A mapping of a document that its schema found valid.
Fields: TypeAlias = Mapping[str, Any]

CENT = Decimal("0.01")


class ImpossibleError(ValueError):
    """A value has the right form and cannot be, such as February 30.

    Attributes:
        found: The text as it stands in the file.
        form: ``day``, ``instant`` or ``zone``.
    """

    def __init__(self, found: str, form: str) -> None:
        super().__init__(f"{found} is no {form}")
        self.found = found
        self.form = form


def day(text: str) -> date:
    """The day of ``2026-09-25``.

    Raises:
        ImpossibleError: The calendar has no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ImpossibleError(text, "day") from error


def instant(text: str) -> datetime:
    """The instant of an RFC 3339 text with offset, to the second.

    Raises:
        ImpossibleError: Calendar or clock have no such instant, or its year is beyond reckoning.
    """
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            raise ValueError(text)
        if not 1970 <= found.year <= 9000:  # room for every zone and every sum of days
            raise ValueError(text)
    except ValueError as error:
        raise ImpossibleError(text, "instant") from error
    return found


def zone(text: str) -> str:
    """The name of a time zone that is known here, such as ``America/Toronto``.

    Raises:
        ImpossibleError: The IANA list has no such name.
    """
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImpossibleError(text, "zone") from error
    return text


def money(text: str) -> Decimal:
    """CAD, to the cent."""
    return Decimal(text)


def bilingual(fields: Fields) -> Bilingual:
    """What stands in both languages."""
    return Bilingual(fields["en"], fields["fr"])


def maybe_bilingual(fields: Fields | None) -> Bilingual | None:
    """What stands in both languages, where anything does."""
    return None if fields is None else bilingual(fields)
