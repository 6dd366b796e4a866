"""What is decided between bids, and by what: the method, and where it sees no difference, the tie-break."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from board.state.methods.contest import Contest, Standing

# Parts of one group, best first, each with whether the tie-break made it.
Parts = Iterator[tuple[bool, frozenset[str]]]


def parts(contest: Contest, standings: Mapping[str, Standing] | None) -> Parts:
    """All bids, those between which nothing decides in one part."""
    if standings is None:
        if contest.bids:
            yield False, frozenset(contest.bids)
        return
    break_tie = _TIE_BREAKS.get(contest.opportunity.tie_break, _left_tied)
    ordered = sorted(standings, key=lambda login: (standings[login].merit, login))
    for _, group in groupby(ordered, key=lambda login: standings[login].merit):
        tied = frozenset(group)
        yield from break_tie(tied, contest) if len(tied) > 1 else _left_tied(tied, contest)


def _left_tied(group: frozenset[str], _contest: Contest) -> Parts:
    yield False, group


def _earliest(group: frozenset[str], contest: Contest) -> Parts:
    """By arrival; where one of them has none, nothing can be said of any."""
    arrivals = contest.arrivals
    if not group <= arrivals.keys():
        yield False, group
        return
    for instant in sorted({arrivals[login] for login in group}):
        yield True, frozenset(login for login in group if arrivals[login] == instant)


def _drawn(group: frozenset[str], contest: Contest) -> Parts:
    """By the order drawn; where one of them is not in it, nothing can be said of any."""
    if not group <= set(contest.drawn):
        yield False, group
        return
    for login in contest.drawn:
        if login in group:
            yield True, frozenset((login,))


_TIE_BREAKS: Mapping[str, Callable[[frozenset[str], Contest], Parts]] = {"draw": _drawn, "earliest": _earliest}
