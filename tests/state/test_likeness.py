"""When two bids may be one supplier's."""

import pytest
from tests.worlds import BID, bids_on_branches

from board.adapters.resources import schemas
from board.core.schema import Schemas
from board.core.text import Bilingual
from board.jobs.reading import Content, read_bid
from board.model.procurement import FiledBid
from board.state.likeness import alike, likeness, resemblance

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


def test_each_bid_is_told_once_beside_the_first_that_it_resembles() -> None:
    """Three of one name are two findings; a login that looks alike counts last; who stands alone is left out."""
    other = BIDS["northbit"].replace(b"Northbit Labs", b"Maple Works")
    bids = [
        filed("maple-works", BIDS["maple-works"]),
        filed("northbit", other),
        filed("oakline", other.replace(b"Maple Works", b"MAPLE WORKS!")),
        filed("maple-w0rks", b"[\n"),
        filed("lakeside", b"{\n"),
    ]

    found = [(one.login, first.login, what.en) for one, first, what in alike(bids)]

    assert found == [
        ("northbit", "maple-works", "the same name to show"),
        ("oakline", "maple-works", "the same name to show"),
        ("maple-w0rks", "maple-works", "a login that looks alike"),
    ]
    assert likeness(bids[3], bids[0]) is None
    assert resemblance(bids[3], bids[0]) == Bilingual("a login that looks alike", "un nom d’utilisateur semblable")
