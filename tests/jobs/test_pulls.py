"""Pull requests of a forge as places where bids lie: what it lists is read, and what is no list is refused."""

import json

import pytest

from board.jobs.pulls import Pull, UnreadablePullsError, read

HEAD = "0123456789abcdef0123456789abcdef01234567"


def row(number: int = 4, login: str = "Maple-Works", head: str = HEAD) -> dict[str, object]:
    """One pull request, as far as it is read."""
    return {"number": number, "user": {"login": login, "id": 901001}, "head": {"sha": head}, "title": "::error::x"}


@pytest.mark.parametrize("said", [[row(5), row()], [[row(5)], [row()]], [[row(5), row()], []]])
def test_reads_a_list_and_a_list_of_pages(said: object) -> None:
    """One call prints either; the order is that of the numbers, and logins are lower case."""
    assert read(json.dumps(said).encode()) == (
        Pull(4, "maple-works", "github:901001", HEAD),
        Pull(5, "maple-works", "github:901001", HEAD),
    )


def test_an_account_that_is_gone_is_nobody() -> None:
    """Its pull request stays in the list, and stops nobody's award."""
    gone = {**row(), "user": None}

    assert read(json.dumps([gone, row(5)]).encode())[0] == Pull(4, "", "github:0", HEAD)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{}",
        b"{}{}",
        b'{"message": "Not Found"}',
        b"[4]",
        b'[{"number": 4}]',
        json.dumps([row(head="main")]).encode(),
    ],
)
def test_anything_else_is_refused(said: bytes) -> None:
    """An answer that is no list of pull requests is an error, never a board without bids."""
    with pytest.raises(UnreadablePullsError):
        read(said)
