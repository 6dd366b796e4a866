"""Rows that hold from one day to another, and which of them hold together."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from board.model.policy import TaxRate, Threshold

Row = TypeVar("Row", Threshold, TaxRate)


def overlaps(rows: Sequence[Row], name: Callable[[Row], Hashable]) -> Iterator[tuple[int, int, date]]:
    """Index of each row that holds together with an earlier one of the same name.

    With it the index of that earlier row, given first, and the first day on which both hold.
    """
    for later, row in enumerate(rows):
        for earlier in range(later):
            other = rows[earlier]
            first = max(row.first, other.first)
            if name(row) == name(other) and all(one.last is None or first <= one.last for one in (row, other)):
                yield earlier, later, first
                break
