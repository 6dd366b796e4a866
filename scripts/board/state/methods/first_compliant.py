"""The earliest delivered work that passes, at the fixed price."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from board.state.methods.contest import Contest, Standing

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def first_compliant(contest: Contest) -> Mapping[str, Standing] | None:
    """By arrival, in seconds; None where one of several is not known, or whoever has a receipt would be first."""
    arrivals = contest.arrivals
    if len(contest.bids) > 1 and not contest.bids.keys() <= arrivals.keys():
        return None
    return {login: Standing(_seconds(arrivals[login]) if login in arrivals else Fraction(0)) for login in contest.bids}


def _seconds(at: datetime) -> Fraction:
    return Fraction((at - _BEGINNING) // timedelta(seconds=1))
