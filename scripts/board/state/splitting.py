"""Contracts of one organization with one supplier that count together."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from board.model.award import Award

_MONTHS = 12


def together(earlier: Iterable[Award], award: Award, on: date, months: int) -> tuple[Award, ...]:
    """Those of *earlier* that were made within *months* before *on*, and count with *award*.

    A trial award commits nobody, so trial and live awards never add up.
    """
    first = months_before(on, months)
    return tuple(
        one
        for one in earlier
        if one.opportunity != award.opportunity
        and one.assurance.mode == award.assurance.mode
        and first < one.decided_at.astimezone(award.decided_at.tzinfo).date() <= on
    )


def months_before(on: date, months: int) -> date:
    """The same day so many months earlier; the last day of that month where it has no such day."""
    year, month = divmod(on.year * _MONTHS + on.month - 1 - months, _MONTHS)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
