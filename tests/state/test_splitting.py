"""Which contracts count together."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, board_files

from board.model.award import Award
from board.state.ledger import read_award
from board.state.splitting import months_before, together


@pytest.fixture
def award() -> Award:
    """The award of the specimen, made on September 16, 2026."""
    found = read_award(board_files()[f"{FOLDER}/awards/maple-works/award.yml"], SCHEMAS)
    assert found
    return found


@pytest.mark.parametrize(
    ("on", "months", "before"),
    [
        ("2026-09-16", 12, "2025-09-16"),
        ("2026-01-31", 1, "2025-12-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2028-03-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2026-05-15", 0, "2026-05-15"),
        ("2026-01-15", 25, "2023-12-15"),
    ],
)
def test_months_go_back_to_the_same_day(on: str, months: int, before: str) -> None:
    """Or to the last of a month that has no such day."""
    assert months_before(date.fromisoformat(on), months) == date.fromisoformat(before)


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        ("2025-09-16T23:59:00-04:00", False),
        ("2025-09-17T00:00:00-04:00", True),
        ("2025-09-17T03:00:00Z", False),  # still September 16 where the board is
        ("2026-09-16T10:05:00-04:00", True),
        ("2026-09-17T00:00:00-04:00", False),
    ],
)
def test_twelve_months_are_counted_in_days_of_the_board(award: Award, at: str, counts: bool) -> None:
    """To the day, both ends told."""
    earlier = replace(award, opportunity="dex-mex/2026/earlier", decided_at=datetime.fromisoformat(at))

    assert bool(together([earlier], award, date(2026, 9, 16), 12)) is counts


def test_an_award_does_not_count_with_itself(award: Award) -> None:
    """Asked again after a lost reply, an award finds its own record."""
    assert together([award], award, date(2026, 9, 16), 12) == ()
