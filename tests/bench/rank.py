"""How long five hundred bids take through a ranking with evaluation and draw, whatever the method."""

import time
from collections.abc import Iterator
from datetime import timedelta

from tests.bench.measuring import Row
from tests.state.contests import NOON, bids, evaluation, request

from board.state.methods import METHODS
from board.state.ranking import rank

_BIDS = 500
_AIM = 0.5  # seconds


def rows() -> Iterator[Row]:
    """The line of the table: the slowest of the methods, each the best of three."""
    logins = [f"supplier-{n}" for n in range(_BIDS)]
    offers = bids({login: f"{1000 + n % 7}.00" for n, login in enumerate(logins)})
    results = evaluation({login: (f"{n % 100}.25", f"{n % 3}.50") for n, login in enumerate(logins)})
    arrivals = {login: NOON + timedelta(seconds=n) for n, login in enumerate(logins)}
    passes = dict.fromkeys(logins, True)
    taken: dict[str, float] = {}
    for method in METHODS:
        on = request(method, weight=30)
        for _ in range(3):
            begun = time.perf_counter()
            rank(on, offers, passes, arrivals, results, logins)
            taken[method] = min(taken.get(method, _AIM * 9), time.perf_counter() - begun)
    slowest = max(taken, key=lambda method: taken[method])
    found = f"{taken[slowest] * 1000:.0f} ms ({slowest})"
    yield Row(f"ranking {_BIDS} bids", found, f"under {_AIM} s", taken[slowest] < _AIM)
