"""Rows that hold together, and names that stand twice."""

from datetime import date
from decimal import Decimal

import pytest

from board.model.policy import Threshold
from board.state.periods import overlaps
from board.state.repeats import repeated


def row(first: str, last: str | None, name: str = "fast-track") -> Threshold:
    """A threshold from one day to another."""
    end = date.fromisoformat(last) if last else None
    return Threshold(name, "any", date.fromisoformat(first), end, Decimal(1), "a rule")


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        (("2026-01-01", None), ("2026-07-01", None), date(2026, 7, 1)),
        (("2026-01-01", "2026-07-01"), ("2026-07-01", None), date(2026, 7, 1)),
        (("2026-01-01", "2026-06-30"), ("2026-07-01", None), None),
        (("2026-07-01", None), ("2026-01-01", None), date(2026, 7, 1)),
        (("2026-07-01", None), ("2026-01-01", "2026-06-30"), None),
        (("2026-07-01", "2026-07-01"), ("2026-07-01", "2026-07-01"), date(2026, 7, 1)),
        (("2026-07-01", "2026-01-01"), ("2026-01-01", None), None),
    ],
)
def test_rows_hold_together(one: tuple[str, str | None], other: tuple[str, str | None], day: date | None) -> None:
    """Two rows overlap from the later of their first days, in any order of the file; one that never holds does not."""
    expected = [] if day is None else [(0, 1, day)]

    assert list(overlaps([row(*one), row(*other)], lambda each: each.id)) == expected


def test_rows_of_other_names_do_not_meet() -> None:
    """Rows are compared within one name alone."""
    rows = [row("2026-01-01", None), row("2026-01-01", None, "disclosure")]

    assert list(overlaps(rows, lambda each: each.id)) == []


def test_each_row_is_named_once() -> None:
    """Of three rows that hold together the second and the third are named, each beside the first that it meets."""
    rows = [row("2026-01-01", None), row("2026-02-01", None), row("2026-03-01", None)]

    assert [(earlier, later) for earlier, later, _ in overlaps(rows, lambda each: each.id)] == [(0, 1), (0, 2)]


def test_names_that_stand_twice() -> None:
    """Every later one is given, and an empty name is none."""
    assert list(repeated(["a", "b", "a", "", "", "a"])) == [2, 5]
    assert list(repeated(["a", "b"])) == []
