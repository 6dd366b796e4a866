"""Who is heard when officers rule, and on what: for each guard its near twin."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.boards import opportunity, specimen

from board.model.log import Declared, Entry, Head, Line, Ruling, Veiled, Verdict
from board.state.rulings import Bench, settled, unheard

REF = "dex-mex/2026/date-filter"
PROCUREMENT = specimen(REF)
REQUEST = opportunity(PROCUREMENT)
ZONE = ZoneInfo("America/Toronto")
CLOSES = REQUEST.closes_at
FIRST, SECOND, STRANGER = "a-tremblay", "j-gagnon", "x1"
HOST, CLEAR = Veiled("host", "ab" * 32), Head("host", "northbit", "", "0" * 40, "0" * 64)
OUT = Verdict("unopened-line", 1, "", counts=False, because="nothing-shown")
IN = Verdict("contradictory-instants", 2, "", counts=True, because="clock-wrong", received=CLOSES)
NONE = Verdict(
    "no-receipt", 0, "northbit", counts=True, because="receipt-lost", received=CLOSES, blob="0" * 40, sha256="0" * 64
)


def bench(**people: str) -> Bench:
    """The organization with a second officer, and whoever else may do that."""
    organization = PROCUREMENT.organization
    assert organization
    officer = organization.person(FIRST)
    assert officer
    rows = [officer, replace(officer, login=SECOND, id="")]
    rows += [
        replace(
            officer, login=who.replace("_", "-"), id="", delegations=(replace(officer.delegations[0], may=(word,)),)
        )
        for who, word in people.items()
    ]
    return Bench(REQUEST, replace(organization, people=tuple(rows)), ZONE)


def lines(*entries: "Entry | tuple[datetime, Entry]") -> tuple[Line, ...]:
    """Lines from an hour after the closing, where they bring no instant of their own."""
    told = [one if isinstance(one, tuple) else (CLOSES + timedelta(hours=1), one) for one in entries]
    return tuple(Line(n, "", at, REF, entry, "") for n, (at, entry) in enumerate(told, 1))


def both(verdict: Verdict, *people: str) -> tuple[Entry, ...]:
    """The same word of each."""
    return tuple(Ruling(who, verdict) for who in people)


@pytest.mark.parametrize(
    ("people", "heard"),
    [((FIRST, SECOND), True), ((STRANGER, "x2"), False), ((FIRST, STRANGER), False), ((FIRST, "m-owner"), False)],
)
def test_two_who_may_rule_are_heard(people: tuple[str, str], heard: bool) -> None:
    """Names that hold no delegation to receive or to contract settle nothing, alone or beside an officer."""
    told = lines((CLOSES, HOST), *both(OUT, *people))

    assert bool(settled(told, bench(m_owner="post"))) is heard
    assert {line.n for line in unheard(told, bench(m_owner="post"))} == {
        n for n, who in enumerate(people, 2) if who not in (FIRST, SECOND)
    }


def test_the_delegation_is_that_of_the_day_of_the_line() -> None:
    """A day after the last one the same words are those of nobody."""
    last = datetime(2027, 3, 31, 23, 59, 59, tzinfo=ZONE)
    kept, over = (
        lines((CLOSES, HOST), *((at, one) for one in both(OUT, FIRST, SECOND)))
        for at in (last, last + timedelta(seconds=1))
    )

    assert len(settled(kept, bench())) == 1
    assert settled(over, bench()) == ()


@pytest.mark.parametrize(
    ("before", "other"),
    [(replace(CLEAR, bidder=SECOND), CLEAR), (Declared(SECOND, "none"), Declared("m-singh", "none"))],
)
def test_who_bids_or_evaluates_is_not_heard(before: Entry, other: Entry) -> None:
    """Nobody rules on bids beside which their own lies, or which they mark; another’s changes nothing."""
    assert settled(lines((CLOSES, HOST), (CLOSES, before), *both(OUT, FIRST, SECOND)), bench()) == ()
    assert len(settled(lines((CLOSES, HOST), (CLOSES, other), *both(OUT, FIRST, SECOND)), bench())) == 1


LATE = CLOSES + timedelta(hours=4)


@pytest.mark.parametrize(
    ("verdict", "doubtful", "plain"),
    [
        (OUT, ((CLOSES, HOST),), ((CLOSES, CLEAR),)),
        (IN, ((LATE, CLEAR), (CLOSES, HOST)), ((CLOSES, CLEAR), (LATE, HOST))),
        (NONE, ((CLOSES, replace(CLEAR, bidder="maple-works")),), ((CLOSES, CLEAR),)),
        (replace(OUT, doubt="absent-file"), ((CLOSES, CLEAR),), ((CLOSES, replace(CLEAR, blob="", sha256="")),)),
        (replace(OUT, doubt="receipt-behind-cut"), ((CLOSES, CLEAR),), ((CLOSES, Declared("m-singh", "none")),)),
    ],
)
def test_what_was_never_in_doubt_is_not_settled(
    verdict: Verdict, doubtful: tuple[tuple[datetime, Entry], ...], plain: tuple[tuple[datetime, Entry], ...]
) -> None:
    """The log itself says when a line came, or whose it is; two officers change nothing of that."""
    assert len(settled(lines(*doubtful, *both(verdict, FIRST, SECOND)), bench())) == 1
    assert settled(lines(*plain, *both(verdict, FIRST, SECOND)), bench()) == ()
    assert settled(lines(*both(verdict, FIRST, SECOND), *doubtful), bench()) == () or not verdict.receipt


def test_nobody_rules_a_bid_into_time() -> None:
    """The last second counts, and the next does not."""
    late = replace(NONE, received=CLOSES + timedelta(seconds=1))

    assert len(settled(lines(*both(NONE, FIRST, SECOND)), bench())) == 1
    assert settled(lines(*both(late, FIRST, SECOND)), bench()) == ()


def test_a_line_of_a_forge_came_to_a_host_when_it_was_written() -> None:
    """A log holds the lines of one receiving machine; on a forge’s own log lines may stand out of order."""
    forge = Head("forge", "northbit", "", "0" * 40, "0" * 64)
    hosted, own = ((CLOSES, HOST), (LATE, HOST), (CLOSES, forge)), ((LATE, forge), (LATE, forge), (CLOSES, forge))
    third = both(replace(IN, receipt=3), FIRST, SECOND)

    assert len(settled(lines(*hosted, *third), bench())) == 1
    assert settled(lines(*own, *third), bench()) == ()
