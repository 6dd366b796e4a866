"""The state of a procurement follows from its files and an instant."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from board.core.text import Bilingual
from board.model.award import CANCELLED, UNSUCCESSFUL, Assurance, Award, Cancellation, ContractValue, RestsOn
from board.model.opportunity import Opportunity, Target
from board.model.procurement import Procurement
from board.state.lifecycle import STATES, NoRequestError, instants, state

EASTERN = timezone(timedelta(hours=-4))
OPENS = datetime(2026, 9, 8, 9, tzinfo=EASTERN)
ASKED = datetime(2026, 9, 11, 14, tzinfo=EASTERN)
CLOSES = datetime(2026, 9, 15, 14, tzinfo=EASTERN)
SECOND, INSTANT = timedelta(seconds=1), timedelta(microseconds=1)

_BOTH = Bilingual("A text", "Un texte")

REQUEST = Opportunity(
    title=_BOTH,
    summary=_BOTH,
    description=_BOTH,
    category="services",
    deliverables=(),
    basis="maximum",
    price=Decimal("2400.00"),
    tax_place="ON",
    selection_method="lowest-price",
    bids="public",
    acceptance_criteria=(),
    evaluation_criteria=(),
    accessibility_applies=False,
    published_at=OPENS,
    questions_close_at=ASKED,
    closes_at=CLOSES,
    work_start=None,
    work_end=date(2026, 9, 25),
    award_by=None,
    terms="2026-1",
    licence="MIT",
    tie_break="draw",
    awards_offered=1,
    bid_valid_days=30,
    contact="",
    eligibility=None,
    target=Target("", "", ()),
    approvals=(),
    security="none",
    rerun_of="",
    fields={},
)

POSTED = Procurement("dex-mex/2026/date-filter", opportunity=REQUEST)

AWARD = Award(
    opportunity="dex-mex/2026/date-filter",
    bidder="maple-works",
    id="",
    blob="0" * 40,
    sha256="0" * 64,
    method="lowest-price",
    rests_on=RestsOn("0" * 64),
    bids=(),
    value=ContractValue(Decimal("1950.00"), (), Decimal("1950.00")),
    terms="2026-1",
    work_start=None,
    work_end=date(2026, 9, 25),
    formed_by="award",
    reason=_BOTH,
    decided_by="a-tremblay",
    decided_at=CLOSES + timedelta(days=1),
    published_on=date(2026, 9, 16),
    complaints_until=date(2026, 10, 30),
    assurance=Assurance("claimed", "none", "machine", "trial"),
    waived=(),
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OPENS - INSTANT, "planned"),
        (OPENS, "open"),
        (CLOSES, "open"),
        (CLOSES + SECOND - INSTANT, "open"),
        (CLOSES + SECOND, "evaluation"),
        (CLOSES + timedelta(days=400), "evaluation"),
    ],
)
def test_the_clock_opens_and_closes(now: datetime, expected: str) -> None:
    """It opens with its instant, and the whole second of the closing still counts."""
    assert state(POSTED, now) == expected


def test_the_zone_of_the_question_does_not_matter() -> None:
    """One instant is one state, in whatever zone it is told."""
    assert state(POSTED, CLOSES.astimezone(timezone(timedelta(hours=14)))) == "open"


@pytest.mark.parametrize("reason", UNSUCCESSFUL)
def test_no_bid_none_passing_or_too_few_is_unsuccessful(reason: str) -> None:
    """Three reasons make an end unsuccessful, at any instant."""
    ended = replace(POSTED, cancellation=Cancellation(POSTED.ref, reason, "a-tremblay", CLOSES, None))

    assert {state(ended, now) for now in (OPENS, CLOSES, CLOSES + SECOND)} == {"unsuccessful"}


@pytest.mark.parametrize("reason", CANCELLED)
def test_every_other_reason_is_a_cancellation(reason: str) -> None:
    """The other reasons cancel, also before the closing."""
    ended = replace(POSTED, cancellation=Cancellation(POSTED.ref, reason, "a-tremblay", OPENS, None))

    assert {state(ended, now) for now in (OPENS, CLOSES + SECOND)} == {"cancelled"}


def test_an_award_stays_one() -> None:
    """An award that stands on main is what the procurement is, whatever else the folder holds."""
    awarded = replace(
        POSTED,
        awards={"maple-works": AWARD},
        cancellation=Cancellation(POSTED.ref, "no-bid", "a-tremblay", CLOSES, None),
    )

    assert {state(awarded, now) for now in (OPENS - SECOND, CLOSES + SECOND)} == {"awarded"}


def test_says_nothing_without_a_request() -> None:
    """A folder without a valid opportunity has no state, and the error names it."""
    with pytest.raises(NoRequestError, match="dex-mex/2026/date-filter"):
        state(Procurement(POSTED.ref), OPENS)


def test_changes_at_the_instants_that_it_names() -> None:
    """Between two of the instants nothing changes, and at opening and closing something does."""
    opening, questions, closing = instants(REQUEST)

    assert (opening, questions, closing) == (OPENS, ASKED + SECOND, CLOSES + SECOND)
    assert state(POSTED, opening - INSTANT) != state(POSTED, opening)
    assert state(POSTED, opening) == state(POSTED, questions) == state(POSTED, closing - INSTANT)
    assert state(POSTED, closing - INSTANT) != state(POSTED, closing)


def test_knows_no_other_state() -> None:
    """The words are those of the list, each of which some procurement is."""
    ends = [
        replace(POSTED, cancellation=Cancellation(POSTED.ref, word, "x", OPENS, None)) for word in ("no-bid", "leak")
    ]
    found = {state(POSTED, OPENS - SECOND), state(POSTED, OPENS), state(POSTED, CLOSES + SECOND)}
    found |= {state(replace(POSTED, awards={"maple-works": AWARD}), OPENS), *(state(end, OPENS) for end in ends)}

    assert found == set(STATES)
