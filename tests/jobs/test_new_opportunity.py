"""The dates that the program fills in stand, whenever it is asked; and what it cannot know it refuses by name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.boards import settings, specimen_board

from board.jobs.new_opportunity import Refusal, draft
from board.model.procurement import Board
from board.render.opportunity_form import Draft
from board.state.calendar import business_days_between, is_business_day

NOW = datetime.fromisoformat("2026-09-08T08:12:34-04:00")


def drafted(board: Board, now: datetime = NOW) -> Draft:
    """The draft, which is none of the refusals."""
    posted = (now + timedelta(hours=1)).astimezone(ZoneInfo(settings(board).zone))
    found = draft(f"dex-mex/{posted:%Y}/x", board, now)
    assert isinstance(found, Draft), found
    return found


def refused(board: Board, ref: str = "dex-mex/2026/x", now: datetime = NOW) -> str:
    """Why there is no draft, in English."""
    found = draft(ref, board, now)
    assert isinstance(found, Refusal), found
    return found.text.en.format(**found.values)


def test_the_example_of_the_record() -> None:
    """Posted on a Tuesday at nine: questions until Friday, bids until the Tuesday after, at two."""
    made = drafted(specimen_board())

    assert made.published_at.isoformat() == "2026-09-08T09:00:00-04:00"
    assert made.questions_close_at.isoformat() == "2026-09-11T14:00:00-04:00"
    assert made.closes_at.isoformat() == "2026-09-15T14:00:00-04:00"
    assert (made.terms, made.licence, made.open_days) == ("2026-1", "MIT", 5)
    assert (str(made.fast_track), str(made.largest)) == ("8695.65", "34782.61")
    assert made.places[:3] == ("AB", "BC", "MB")


def test_whenever_it_is_asked_the_dates_stand() -> None:
    """Through a year, by steps that meet each hour and day: ahead, in order, on business days, open long enough."""
    board = specimen_board()
    now = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)
    for _ in range(330):
        made = drafted(board, now)
        first, last = made.published_at.date(), made.closes_at.date()

        assert now < made.published_at <= now + timedelta(hours=1)
        assert made.published_at.minute == made.published_at.second == 0
        assert made.published_at < made.questions_close_at < made.closes_at
        assert is_business_day(last)
        assert is_business_day(made.questions_close_at.date())
        assert business_days_between(first, last) == 5
        assert business_days_between(made.questions_close_at.date(), last) == 2
        now += timedelta(hours=25, minutes=7)


def test_a_full_hour_is_the_next_one() -> None:
    """At nine exactly the posting is at ten, since nine lies no longer ahead."""
    nine = datetime.fromisoformat("2026-09-08T09:00:00-04:00")

    assert drafted(specimen_board(), nine).published_at.hour == 10


def test_when_the_clocks_change() -> None:
    """In the night in which an hour comes twice, the next full hour is an hour ahead at most."""
    before = datetime.fromisoformat("2026-11-01T01:30:00-04:00")

    made = drafted(specimen_board(), before)

    assert made.published_at.isoformat() == "2026-11-01T01:00:00-05:00"
    assert made.closes_at.isoformat() == "2026-11-06T14:00:00-05:00"


def test_a_zone_of_half_hours() -> None:
    """A full hour is one on the clocks of the board."""
    board = specimen_board()
    newfoundland = replace(board, settings=replace(settings(board), zone="America/St_Johns"))

    assert drafted(newfoundland).published_at.isoformat() == "2026-09-08T10:00:00-02:30"


def test_the_year_is_that_of_the_posting() -> None:
    """In the last hour of a year the posting is in the next one."""
    last_hour = datetime.fromisoformat("2026-12-31T23:30:00-05:00")

    assert refused(specimen_board(), "dex-mex/2026/x", last_hour) == "It would be posted in 2027: write dex-mex/2027/x"


def test_the_latest_terms_are_counted_and_not_spelt() -> None:
    """Version 2026-10 comes after 2026-9."""
    board = specimen_board()
    terms = board.terms["2026-1"]
    versions = {version: replace(terms, version=version) for version in ("2026-10", "2026-9", "2025-11")}

    assert drafted(replace(board, terms=versions)).terms == "2026-10"


def test_another_licence_where_policy_has_no_mit() -> None:
    """The first of the list."""
    board = specimen_board()
    assert board.policy is not None
    policy = replace(board.policy, licences=("GPL-3.0-or-later", "Apache-2.0"))

    assert drafted(replace(board, policy=policy)).licence == "GPL-3.0-or-later"


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("date-filter", "date-filter is no reference"),
        ("dex-mex/2026/Date", "dex-mex/2026/Date is no reference"),
        ("../2026/x", "../2026/x is no reference"),
        ("other/2026/x", "This board has no valid organization called other; it has: dex-mex"),
        ("dex-mex/2025/x", "It would be posted in 2026: write dex-mex/2026/x"),
    ],
)
def test_refuses_a_reference(ref: str, said: str) -> None:
    """A name that cannot stand is told with one that can."""
    assert refused(specimen_board(), ref).startswith(said)


def test_refuses_a_folder_that_is_no_board() -> None:
    """Without settings, policy, terms or a threshold nothing can be filled in."""
    board = specimen_board()
    assert board.policy is not None

    assert "board.yml" in refused(replace(board, settings=None))
    assert "policy.yml" in refused(replace(board, policy=None))
    assert "no complete terms" in refused(replace(board, terms={}))
    assert "ldv-services" in refused(replace(board, policy=replace(board.policy, thresholds=())))
