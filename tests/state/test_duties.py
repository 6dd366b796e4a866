"""What is due follows from facts alone: each row of the table, and the near twin in which the next row holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.boards import opportunity, specimen

from board.model.arrivals import Doubt
from board.model.closing import Closing, Recorded
from board.model.draw import Draws
from board.model.duty import Duty, Facts, Pending
from board.model.log import (
    Declared,
    Entry,
    Evaluated,
    Line,
    MailboxRead,
    Opened,
    Ruling,
    Secret,
    Sheet,
    Veiled,
    Verdict,
    Void,
)
from board.model.organization import Organization
from board.state.duties import approval, due

REF = "dex-mex/2026/keyboard-map"
PROCUREMENT = specimen(REF)
REQUEST = opportunity(PROCUREMENT)
CLOSES = REQUEST.closes_at
NOW = CLOSES + timedelta(hours=1)
OWNER, OFFICER = "m-singh", "a-tremblay"


def two() -> Organization:
    """The organization with a second officer."""
    alone = PROCUREMENT.organization
    officer = alone.person(OFFICER) if alone else None
    assert alone
    assert officer
    return replace(alone, people=(*alone.people, replace(officer, login="j-gagnon", id="")))


def line(n: int, entry: Entry) -> Line:
    """One line of the log."""
    return Line(n, "", CLOSES, REF, entry, "")


def closing(*bidders: str) -> Closing:
    """A closing with these bids of record."""
    rows = tuple(Recorded(who, "", "en", CLOSES, "host", 1, "", "", "") for who in bidders)
    return Closing(REF, "", CLOSES, 3, "", rows)


def facts(*entries: Entry, bids: Sequence[str] | None = ("maple-works", "northbit"), **other: object) -> Facts:
    """A closed purchase by draw with sealed bids, of which the log tells that much."""
    base = Facts(
        state="evaluation",
        opportunity=REQUEST,
        organization=PROCUREMENT.organization,
        live=False,
        now=NOW,
        on=NOW.date(),
        zone=ZoneInfo("America/Toronto"),
        settled=CLOSES + timedelta(seconds=1),
        valid_until=CLOSES + timedelta(days=30),
        lines=tuple(line(n, entry) for n, entry in enumerate(entries, 1)),
        closing=None if bids is None else closing(*bids),
        sealed=len(bids or ()),
        keeper=OFFICER,
        evaluators=1,
        drawn=True,
    )
    return replace(base, **other)  # type: ignore[arg-type]


DECLARED = Declared(OWNER, "none")
EVALUATED = (DECLARED, Opened(OFFICER), Sheet(OWNER, ""), Evaluated(OWNER, ""))
SECRETS = Pending("secrets", (OFFICER, OWNER), NOW + timedelta(days=2))
UNOPENED, BRANCH = Doubt("unopened-line", "", 1, CLOSES), Doubt("no-receipt", "maple-works")
BEHIND = Doubt("receipt-behind-cut", "mail-1", 7, CLOSES)
VEILED = Veiled("host", "ab" * 32)
RULED = Ruling("j-gagnon", Verdict("unopened-line", 1, "", counts=False, because="nothing-shown"))

CASES: Sequence[tuple[Facts, list[str]]] = [
    (facts(state="planned", bids=None), ["publish"]),
    (facts(state="open", bids=None), ["bids"]),
    (facts(DECLARED, bids=None, now=CLOSES), ["settle"]),
    (facts(DECLARED, bids=None), ["mailbox"]),
    (facts(bids=None, live=True), ["mailbox"]),
    (facts(MailboxRead(OFFICER), bids=None, cut=1, live=True), ["close"]),
    (facts(DECLARED, bids=None, cut=1, now=CLOSES), ["close"]),
    (facts(MailboxRead(OFFICER), bids=None, cut=1, doubts=(UNOPENED,)), ["close"]),
    (facts(MailboxRead(OFFICER), bids=None, cut=1, doubts=(BRANCH,)), ["ruling"]),
    (facts(MailboxRead(OFFICER), bids=None, cut=1, doubts=(UNOPENED, BRANCH)), ["close"]),
    (facts(VEILED, replace(RULED, by=OFFICER), bids=None, cut=1, doubts=(UNOPENED, BRANCH)), ["ruling"]),
    (facts(MailboxRead(OFFICER), bids=None, cut=1, doubts=(BEHIND, BEHIND)), ["ruling", "ruling"]),
    (facts(doubts=(BEHIND,)), ["ruling"]),
    (facts(doubts=(BEHIND,), ruled_in=True), ["rerun"]),
    (facts(doubts=(BEHIND,), state="cancelled"), ["ended"]),
    (facts(bids=None, drawn=False), ["cancel"]),
    (facts(bids=None, lying=1, drawn=False), ["award"]),
    (facts(bids=()), ["cancel"]),
    (facts(), ["declare"]),
    (facts(DECLARED, team=(OWNER,)), ["open"]),
    (facts(DECLARED, team=(OWNER,), evaluators=2), ["declare"]),
    (facts(DECLARED, Opened(OFFICER), team=(OWNER,), evaluators=2), ["cancel"]),
    (facts(evaluators=0), ["open"]),
    (facts(Opened(OFFICER), evaluators=0, drawn=False), ["award"]),
    (facts(*EVALUATED[:2], team=(OWNER,)), ["sheet"]),
    (facts(*EVALUATED[:3], team=(OWNER,)), ["evaluate"]),
    (facts(DECLARED, team=(OWNER,), sealed=0), ["sheet"]),
    (facts(*EVALUATED, team=(OWNER,), passing=0, draw=SECRETS), ["cancel"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=SECRETS), ["secret"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=replace(SECRETS, until=NOW)), ["secret", "void"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=Pending("commitments")), ["commit"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=Pending("openings")), ["folder"]),
    (facts(*EVALUATED, team=(OWNER,), drawn=None), ["folder"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=Pending("beacon")), ["beacon"]),
    (facts(*EVALUATED, team=(OWNER,), passing=1, drawn=False, draw=SECRETS), ["award"]),
    (facts(*EVALUATED, team=(OWNER,), passing=2, draw=Draws(REF, "", "", ())), ["award"]),
    (facts(bids=None, lying=3, opportunity=replace(REQUEST, awards_offered=2), awards=1, drawn=False), ["name"]),
    (facts(awards=1, state="awarded"), ["ended"]),
    (facts(state="cancelled", bids=None), ["ended"]),
    (facts(state="unsuccessful", bids=()), ["ended"]),
]


@pytest.mark.parametrize(("given", "steps"), CASES)
def test_what_is_due(given: Facts, steps: list[str]) -> None:
    """The first row that holds says it."""
    assert [duty.step for duty in due(given)] == steps


def one(given: Facts) -> Duty:
    """The duty."""
    (duty,) = due(given)
    return duty


def test_by_whom() -> None:
    """By whose delegation says the word; of a secret by who promised it, of the key by its keeper."""
    assert one(facts()).by == (OWNER,)
    assert one(facts(DECLARED, team=(OWNER,))).by == (OFFICER,)
    assert one(facts(DECLARED, team=(OWNER,), keeper="somebody")).by == (OFFICER,)
    assert one(facts(*EVALUATED, team=(OWNER,), passing=2, draw=SECRETS)).by == (OFFICER, OWNER)
    assert one(facts(bids=())).by == (OFFICER,)
    assert one(facts(*EVALUATED, team=(OWNER,), drawn=False)).by == (OFFICER,)
    assert (one(facts(DECLARED, bids=None, cut=1)).by, one(facts(DECLARED, bids=None, cut=1)).anybody) == ((), True)


def test_nobody_whose_delegation_is_over_or_who_has_a_conflict() -> None:
    """Neither the day after the last, nor where there is no organization, nor who declared a conflict."""
    late = datetime.fromisoformat("2027-04-01T10:00:00-04:00").date()

    assert one(facts(on=late)).by == ()
    assert one(facts(organization=None)).by == ()
    assert one(facts(Declared(OWNER, "declared"))).by == ()


def test_a_draw_held_again() -> None:
    """Who withheld a secret promises none again, nor who has promised."""
    void = Void(OFFICER, 1, OWNER)

    assert one(facts(*EVALUATED, void, team=(OWNER,), passing=2, draw=Pending("commitments"))).by == (OFFICER,)
    waiting = Pending("commitments", (OFFICER,))
    assert one(facts(*EVALUATED, void, team=(OWNER,), passing=2, draw=waiting)).by == ()


def test_who_may_give_a_draw_up() -> None:
    """Somebody else than who withholds; that one can still show the secret."""
    entries = (*EVALUATED, Secret(OWNER, 1, ""))
    waiting = Pending("secrets", (OFFICER,), NOW)

    shown, void = due(facts(*entries, team=(OWNER,), passing=2, draw=waiting))

    assert (shown.by, shown.judged, void.by, void.judged) == ((OFFICER,), False, (OWNER,), True)


def test_what_is_judged() -> None:
    """A command that takes no judgement is never that of a step which a person decides, and the other way round."""
    judged = {"mailbox", "declare", "sheet", "cancel", "void", "commit", "folder", "beacon", "name", "ruling", "rerun"}

    for duty in (duty for given, _ in CASES for duty in due(given)):
        assert duty.judged == (duty.step in judged), duty


def test_what_an_outcome_takes() -> None:
    """The folder, where anything was opened or evaluated, and what the beacon gave, where one was named."""
    beacon = replace(REQUEST, beacon="https://example.invalid/beacon")

    assert one(facts(*EVALUATED, team=(OWNER,), drawn=False)).needs == ("as", "folder")
    assert one(facts(*EVALUATED, team=(OWNER,), drawn=False, opportunity=beacon)).needs == ("as", "folder", "beacon")
    assert one(facts(bids=None, lying=1, drawn=False)).needs == ("as",)
    assert one(facts(*EVALUATED, team=(OWNER,), passing=0)).needs == ("as", "folder")
    assert one(facts(bids=())).needs == ("as",)


def test_by_when() -> None:
    """Waiting ends at its instant; whatever rests on bids while they bind; a secret at its own deadline."""
    assert one(facts(state="planned", bids=None)).until == REQUEST.published_at
    assert one(facts(state="open", bids=None)).until == CLOSES
    assert one(facts()).until == CLOSES + timedelta(days=30)
    assert one(facts(*EVALUATED, team=(OWNER,), passing=2, draw=SECRETS)).until == SECRETS.until


def test_a_posting_waits_for_its_approval() -> None:
    """By who approves."""
    assert approval(PROCUREMENT.organization, NOW.date()).by == (OFFICER,)
    assert approval(None, NOW.date()).by == ()


def test_a_second_officer_is_told_what_the_first_said() -> None:
    """Who spoke waits for another, and who evaluates does not rule; where two contradict each other anybody may."""
    again = replace(RULED, by=OFFICER)
    fresh, alone = one(facts(doubts=(BEHIND,))), one(facts(VEILED, again, bids=None, cut=1, doubts=(UNOPENED,)))
    other = replace(RULED, verdict=replace(RULED.verdict, because="disowned"))
    torn = one(facts(VEILED, again, other, doubts=(UNOPENED,), organization=two()))

    assert (fresh.by, fresh.options) == ((OFFICER,), ("--receipt", "7", "--counts", "yes|no", "--because", "WORD"))
    assert (alone.by, alone.options) == ((), ("--receipt", "1", "--counts", "no", "--because", "nothing-shown"))
    assert (torn.by, torn.options[:4]) == ((OFFICER, "j-gagnon"), ("--receipt", "1", "--counts", "yes|no"))
    assert one(facts(Declared(OFFICER, "none"), doubts=(BEHIND,))).by == ()
    assert one(facts(doubts=(replace(BEHIND, receipt=0),))).options[:2] == ("--bidder", "mail-1")
