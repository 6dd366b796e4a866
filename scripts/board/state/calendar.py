"""Business days of the federal government: every deadline stands in a file, so these only propose and warn."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_business_day(on: date) -> bool:
    """Whether *on* is neither a Saturday, a Sunday nor a federal holiday.

    Source: general holidays of the Canada Labour Code, section 166, with the day on which one that falls on a weekend
    is observed. The library knows the years 1867 to 2100; in others only weekends are not business days.
    """
    return on.weekday() < _SATURDAY and on not in _holidays(on.year)


def add_business_days(on: date, days: int) -> date:
    """The business day that lies *days* business days after *on*, which itself is never counted.

    A negative number goes back; 0 gives *on*, whatever day it is. Where the calendar ends before, its end is given.
    """
    return _walk(on, days, is_business_day)


def add_weekdays(on: date, days: int) -> date:
    """As `add_business_days`, with Monday to Friday for business days: what no table of holidays can change."""
    return _walk(on, days, _is_weekday)


def weekdays_between(first: date, last: date) -> int:
    """How many Mondays to Fridays lie after *first*, up to and including *last*; 0 where *last* is not later."""
    weeks, rest = divmod(max((last - first).days, 0), 7)
    return weeks * 5 + sum((last - _DAY * back).weekday() < _SATURDAY for back in range(rest))


def business_days_between(first: date, last: date) -> int:
    """How many business days lie after *first*, up to and including *last*; 0 where *last* is not later."""
    if last <= first:
        return 0
    # Whole weeks by arithmetic: an instant may lie thousands of years ahead, and a check may not hang on it.
    count = weekdays_between(first, last)
    for year in range(first.year, last.year + 1):
        count -= sum(first < holiday <= last for holiday in _holidays(year))
    return count


def _walk(on: date, days: int, counts: Callable[[date], bool]) -> date:
    step, end, left = (_DAY, date.max, days) if days > 0 else (-_DAY, date.min, -days)
    while left and on != end:
        on += step
        left -= counts(on)
    return on


def _is_weekday(on: date) -> bool:
    return on.weekday() < _SATURDAY


@lru_cache(maxsize=512)
def _holidays(year: int) -> frozenset[date]:
    """The holidays of a year that fall on no weekend."""
    # The library takes 0.08 s to import, which no command pays that counts no days.
    from holidays import country_holidays

    found = country_holidays("CA", years=year, categories=("government", "public"), observed=True)
    return frozenset(day for day in found if day.weekday() < _SATURDAY)
