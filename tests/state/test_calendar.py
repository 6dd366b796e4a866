"""Business days of the federal government."""

from datetime import date, timedelta

import pytest

from board.state.calendar import (
    add_business_days,
    add_weekdays,
    business_days_between,
    is_business_day,
    weekdays_between,
)


@pytest.mark.parametrize(
    ("notice", "until"),
    [(date(2026, 9, 16), date(2026, 10, 30)), (date(2026, 10, 1), date(2026, 11, 16))],
    ids=["over September 30 and Thanksgiving", "over Thanksgiving and Remembrance Day"],
)
def test_thirty_working_days_after_a_notice(notice: date, until: date) -> None:
    """Thirty working days after a notice of award leave out each federal holiday on the way."""
    assert add_business_days(notice, 30) == until
    assert business_days_between(notice, until) == 30


@pytest.mark.parametrize(
    "on",
    [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 5, 18),
        date(2026, 7, 1),
        date(2026, 9, 7),
        date(2026, 9, 30),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2026, 12, 25),
        date(2023, 10, 2),  # September 30 was a Saturday
        date(2026, 9, 26),
        date(2026, 9, 27),
    ],
)
def test_holidays_and_weekends_are_no_business_days(on: date) -> None:
    """Each of the ten federal holidays, the day one is observed, and both days of a weekend are no business days."""
    assert not is_business_day(on)


@pytest.mark.parametrize(
    "on",
    [
        date(2026, 9, 29),
        date(2026, 10, 1),
        date(2026, 8, 3),  # the Civic Holiday of some provinces
        date(2020, 9, 30),  # the holiday began in 2021
        date(2026, 6, 24),  # Saint-Jean-Baptiste Day, of Quebec
    ],
)
def test_neighbours_of_holidays_are_business_days(on: date) -> None:
    """A day beside a holiday, a holiday of a province alone, and a holiday before its law are business days."""
    assert is_business_day(on)


def test_no_day_is_counted_for_zero() -> None:
    """Nothing added to a Sunday is that Sunday, and a day has no business day between it and itself or the past."""
    sunday = date(2026, 9, 27)

    assert add_business_days(sunday, 0) == sunday
    assert business_days_between(sunday, sunday) == 0
    assert business_days_between(sunday, date(2026, 9, 1)) == 0


@pytest.mark.parametrize("days", [1, 2, 5, 10, 23, 260])
def test_going_back_undoes_going_forth(days: int) -> None:
    """From a business day, so many days forth and back end where they began."""
    start = date(2026, 9, 16)

    assert add_business_days(add_business_days(start, days), -days) == start


def test_counting_agrees_with_walking() -> None:
    """The count by whole weeks is the one that walking day by day gives, from every day of a week over two years."""
    for start in (date(2025, 12, 22) + timedelta(days=shift) for shift in range(7)):
        walked = 0
        for distance in range(1, 760):
            on = start + timedelta(days=distance)
            walked += is_business_day(on)

            assert business_days_between(start, on) == walked


def test_far_ends_of_the_calendar_are_counted() -> None:
    """Seven thousand years are counted at once, without holidays where the library knows none."""
    assert business_days_between(date(8999, 12, 31), date(9000, 1, 7)) == 5
    assert business_days_between(date(1970, 1, 1), date(9000, 1, 1)) > 1_800_000
    assert not is_business_day(date(9000, 1, 4))


def test_weekdays_know_no_holidays() -> None:
    """Monday to Friday count as they stand, over Thanksgiving and over a weekend, forth and back."""
    friday, wednesday = date(2026, 10, 9), date(2026, 10, 14)

    assert add_weekdays(friday, 3) == wednesday
    assert add_weekdays(wednesday, -3) == friday
    assert weekdays_between(friday, wednesday) == 3
    assert business_days_between(friday, wednesday) == 2
    assert weekdays_between(wednesday, friday) == 0


def test_the_calendar_ends_without_an_error() -> None:
    """Days that no calendar holds end at its end, so that an absurd policy is a finding and no failure."""
    assert add_business_days(date(9999, 12, 30), 999_999) == date.max
    assert add_weekdays(date(2026, 9, 16), -999_999) == date.min
