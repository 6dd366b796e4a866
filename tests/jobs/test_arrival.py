"""Which events of GitHub bring a head, and what is read of them."""

import json
from typing import Any

import pytest

from board.jobs.arrival import Arrival, UnreadableEventError, read

HEAD = "0123456789abcdef0123456789abcdef01234567"


def event(**changed: Any) -> bytes:
    """What GitHub tells of a pull request that was opened, as far as it matters; None takes a member away."""
    told = {
        "action": "opened",
        "number": 4,
        "pull_request": {"number": 4, "title": "Bid", "head": {"sha": HEAD, "ref": "x"}, "draft": False},
        "repository": {"full_name": "dex-mex/board"},
        "sender": {"login": "maple-works", "id": 901001},
        **changed,
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}).encode()


BASE = {"base": {"ref": {"from": "draft"}, "sha": {"from": "4" * 40}}}


@pytest.mark.parametrize(
    ("changed", "brings"),
    [
        ({}, True),
        ({"action": "reopened"}, True),
        ({"action": "synchronize"}, True),
        ({"action": "edited", "changes": BASE}, True),
        ({"action": "edited", "changes": {"title": {"from": "x"}}}, False),
        ({"action": "edited", "changes": {"title": {"from": "x"}, **BASE}}, True),
        ({"action": "closed"}, False),
        ({"action": "labeled"}, False),
        ({"action": "converted_to_draft"}, False),
        ({"action": "opened", "changes": BASE}, True),
        ({"action": "locked", "changes": BASE}, False),
    ],
)
def test_what_brings_a_head(changed: dict[str, Any], brings: bool) -> None:
    """What opens, opens again, moves the head, or aims it at another branch; a title floods nobody."""
    expected = Arrival("dex-mex/board", 4, HEAD) if brings else None

    assert read(event(**changed)) == expected


def test_the_receipt_is_named_for_the_pull_request() -> None:
    """The same head in two pull requests arrives twice."""
    assert Arrival("dex-mex/board", 4, HEAD).context == "board/received/4"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"opened"',
        b"\xff",
        b"[" * 100_000,
        event(action=None),
        event(action=4),
        event(action="edited"),
        event(action="edited", changes=4),
        event(pull_request=None),
        event(pull_request={"number": "4", "head": {"sha": HEAD}}),
        event(pull_request={"number": True, "head": {"sha": HEAD}}),
        event(pull_request={"number": 0, "head": {"sha": HEAD}}),
        event(pull_request={"number": 4, "head": {"sha": "main"}}),
        event(pull_request={"number": 4, "head": {"sha": HEAD + "\n"}}),
        event(pull_request={"number": 4, "head": {"sha": f"../{HEAD}"}}),
        event(pull_request={"number": 4, "head": {"sha": 4}}),
        event(pull_request={"number": 4, "head": None}),
        event(repository=None),
        event(repository={"full_name": "board"}),
        event(repository={"full_name": "dex-mex/.."}),
        event(repository={"full_name": "dex-mex/board/pulls"}),
        event(repository={"full_name": "dex-mex/board?x"}),
        event(repository={"full_name": "../board"}),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    """Nothing that is not a number, a commit and a repository gets into an address."""
    with pytest.raises(UnreadableEventError):
        read(data)


@pytest.mark.parametrize("name", ["dex-mex/.github", "d/b", "Dex-Mex/micro_procurement.board", "d/..."])
def test_repositories_that_there_may_be(name: str) -> None:
    """The near twins."""
    assert read(event(repository={"full_name": name})) == Arrival(name, 4, HEAD)


def test_a_commit_of_another_length_is_one() -> None:
    """Git has two."""
    assert read(event(pull_request={"number": 4, "head": {"sha": HEAD + "0" * 24}}))
