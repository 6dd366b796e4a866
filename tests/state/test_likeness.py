"""When two bids may be one supplier's."""

import pytest
from tests.worlds import BID, bids_on_branches

from board.adapters.resources import schemas
from board.core.schema import Schemas
from board.jobs.reading import Content, read_bid
from board.model.procurement import FiledBid
from board.state.likeness import likeness

SCHEMAS = Schemas(schemas())
BIDS = bids_on_branches()


def filed(login: str, data: bytes) -> FiledBid:
    """A bid as it lies somewhere."""
    return read_bid(login, BID, Content(data), SCHEMAS)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"", b"", None),
        (b'name: "Northbit Labs"', 'name: "Maple  Wórks."'.encode(), "the same name to show"),
        (b'name: "Northbit Labs"', b'name: "Maple Works North"', None),
        (b"The loop stops one day early. Tests for both clock changes will show it.", b"{answer}", "the same answers"),
        (b'"2400.01"', b'"1950.00"', None),
    ],
)
def test_in_what_two_bids_are_the_same(old: bytes, new: bytes, expected: str | None) -> None:
    """Name and answers count without case, accents and punctuation; prices do not count."""
    answer = b"THE end of the range is compared in local time! I will compare days, not instants; and add tests for"
    new = new.replace(b"{answer}", answer + b" March and November")
    found = likeness(filed("northbit", BIDS["northbit"].replace(old, new)), filed("maple-works", BIDS["maple-works"]))

    assert (found and found.en) == expected


def test_the_same_file() -> None:
    """The same bytes are the same bid, valid or not."""
    broken = b"[\n"

    found = likeness(filed("northbit", broken), filed("maple-works", broken))

    assert found
    assert found.en == "the very same file"
    assert likeness(filed("northbit", broken), filed("maple-works", b"{\n")) is None


def test_short_answers_are_nobodys() -> None:
    """Two who say yes may be two."""
    plan = b"The loop stops one day early. Tests for both clock changes will show it."
    short = BIDS["northbit"].replace(plan, b"Yes, we do all of that.")

    found = likeness(filed("northbit", short), filed("lakeside", short.replace(b"Northbit Labs", b"Lakeside")))

    assert found is None
