"""Open pull requests as places where bids may lie."""

import json

import pytest
from tests.jobs.purchase import BID, board
from tests.memory import Memory, blob_id
from tests.worlds import REF, bids_on_branches

from board.jobs.pulls import Pull, UnreadablePullsError, read, sources
from board.model.reference import bid_branch, bid_path
from board.model.snapshot import MAIN

HEAD = "a" * 40


def row(number: int = 1, login: str = "Maple-Works", head: str = HEAD) -> dict[str, object]:
    """One pull request, among all that a forge tells of it."""
    return {"number": number, "user": {"login": login, "id": 900021}, "head": {"sha": head, "ref": "x"}, "title": "x"}


def test_reads_a_list_and_a_list_of_pages() -> None:
    """Oldest first; a login is told in lower case, its id as the record has it."""
    told = (Pull(1, "maple-works", "github:900021", HEAD), Pull(2, "northbit", "github:900021", HEAD))

    assert read(json.dumps([row(2, "northbit"), row()]).encode()) == told
    assert read(json.dumps([[row(2, "northbit")], [], [row()]]).encode()) == told
    assert read(b"[]") == read(b"[[]]") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"1",
        b"{}x",
        b'{"message": "Not Found"}',
        b"[1]",
        b"[null]",
        b'[{"number": 1}]',
        json.dumps([row(head="main")]).encode(),
        json.dumps([row(head="--exec=x")]).encode(),
        b"\xff",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    """An answer that is an error, and a head that is no commit."""
    with pytest.raises(UnreadablePullsError):
        read(data)


def pull(memory: Memory, number: int, login: str, head: str = "") -> Pull:
    """A pull request whose head is the branch of that login's bid, where none is given."""
    return Pull(number, login, "github:1", head or memory.refs[f"refs/heads/{bid_branch(login, REF)}"])


def test_takes_the_bid_of_each_author() -> None:
    """Other pull requests are none of this opportunity's business."""
    memory = board()
    other = memory.put({**memory.tree(MAIN), "README.md": b"x"}, [memory.refs[MAIN]], branch="refs/heads/work")

    found, over = sources(
        memory, memory.refs[MAIN], REF, [pull(memory, 1, "maple-works"), Pull(2, "somebody", "github:2", other)]
    )

    assert [(source.login, source.name) for source in found] == [("maple-works", "#1")]
    assert over == ()


def test_names_what_may_be_meant_as_a_bid() -> None:
    """A head that nobody fetched, a bid in somebody else's name, a second one by the same author."""
    memory = board()
    later = memory.put(
        {**memory.tree(MAIN), BID: bids_on_branches()["maple-works"] + b"# later\n"},
        [memory.refs[MAIN]],
        branch="refs/heads/later",
    )
    pulls = [
        pull(memory, 1, "maple-works"),
        pull(memory, 2, "northbit", HEAD),
        pull(memory, 3, "stranger", memory.refs[f"refs/heads/{bid_branch('northbit', REF)}"]),
        pull(memory, 4, "maple-works", later),
    ]

    found, over = sources(memory, memory.refs[MAIN], REF, pulls)

    assert [(source.name, source.head) for source in found] == [("#4", later)]
    assert [(one.pull.number, one.why.en) for one in over] == [
        (2, "its head is not in this clone"),
        (3, "it changes bids on this opportunity, and brings none of its author’s"),
        (1, "its author has a later one"),
    ]


def test_a_pull_request_of_nobody_stops_nothing() -> None:
    """An account that is gone, and a file that was too large to be fetched."""
    memory = board()
    gone = json.dumps([{**row(head=memory.refs[f"refs/heads/{bid_branch('northbit', REF)}"]), "user": None}])
    memory.hidden.add(blob_id(bids_on_branches()["maple-works"]))

    found, over = sources(memory, memory.refs[MAIN], REF, [*read(gone.encode()), pull(memory, 2, "maple-works")])

    assert found == ()
    assert [one.pull.number for one in over] == [1, 2]


def test_a_bid_that_main_holds_already_is_nobodys_news() -> None:
    """A branch that was made after a bid came to main does not change it."""
    memory = board()
    files = {**memory.tree(MAIN), bid_path(REF, "northbit"): bids_on_branches()["northbit"]}
    main = memory.put(files, [memory.refs[MAIN]])
    head = memory.put({**files, "README.md": b"x"}, [main], branch="refs/heads/work")

    assert sources(memory, main, REF, [Pull(9, "somebody", "github:2", head)]) == ((), ())
