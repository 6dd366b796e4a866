"""The first in the order drawn, of all bids of record, that passes every mandatory criterion."""

from collections.abc import Mapping
from fractions import Fraction

from board.state.methods.contest import Contest, Standing


def fixed_price_draw(contest: Contest) -> Mapping[str, Standing] | None:
    """By the order drawn; None where it is not there, or lacks somebody, but for one bid alone, which needs none."""
    places = {login: Fraction(place) for place, login in enumerate(contest.drawn, 1)}
    if len(contest.bids) > 1 and not contest.bids.keys() <= places.keys():
        return None
    return {login: Standing(places.get(login, Fraction(1))) for login in contest.bids}
