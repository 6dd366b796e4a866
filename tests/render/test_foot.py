"""The foot of a page: where it leads, and when what it shows last changed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.boards import settings, specimen_board

from board.render.edition import Site, edition
from board.render.page import foot

DAYS = {"dex-mex/2026/first": date(2026, 9, 8), "dex-mex/2026/second": date(2026, 9, 16)}


@pytest.mark.parametrize(
    ("refs", "day"),
    [
        ((), ""),
        (("dex-mex/2026/unknown",), ""),
        (("dex-mex/2026/first",), "2026-09-08"),
        (("dex-mex/2026/second", "dex-mex/2026/first", "dex-mex/2026/unknown"), "2026-09-16"),
    ],
)
def test_a_page_is_as_new_as_the_newest_of_what_it_shows(refs: tuple[str, ...], day: str) -> None:
    """One procurement gives its own day, a list the latest of all; nothing is made up where nobody knows."""
    board = specimen_board()
    assert board.policy is not None
    site = Site(settings(board), board.policy, {}, {}, datetime(2026, 9, 22, tzinfo=UTC), modified=DAYS)
    made = edition(site, "en", ZoneInfo("America/Toronto"))

    assert foot(made, "awards/", "opportunities", refs).modified == day
