"""The workflows played on a real repository, step by step, as GitHub would: what is posted, pushed and tagged."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.github.runner import Machine, Ran, forge
from tests.github.workflows import FOLDER as WORKFLOWS
from tests.github.workflows import TOP
from tests.worlds import BID, REF, World, bids_on_branches, git, open_board_files, world

BID_CHECK = WORKFLOWS / "bid-check.yml"

BEFORE, OPEN = "2026-09-01T09:00:00-04:00", "2026-09-10T12:00:00-04:00"

SUPPLIER = {"login": "maple-works", "id": 901001}
OWNER = {"login": "M-Singh", "id": 900011}
OFFICER = {"login": "a-tremblay", "id": 900012}
STRANGER = {"login": "somebody", "id": 7}

REQUEST = f"opportunities/{REF}/opportunity.yml"
NEXT_REQUEST = REQUEST.replace("date-filter", "week-filter")

# The whole program, as it stands on the default branch.
PROGRAM = {
    path.relative_to(TOP).as_posix(): path.read_bytes()
    for part in ("scripts", "schema", "site", "overrides", "mkdocs.yml", "requirements.lock")
    for path in sorted([TOP / part, *(TOP / part).rglob("*")])
    if path.is_file() and "__pycache__" not in path.parts
}


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge, with its machine.

    Attributes:
        origin: The repository; its main holds the program and a board.
        machine: Runs the workflows.
    """

    origin: World
    machine: Machine

    def bid(self, data: bytes = bids_on_branches()["maple-works"], path: str = BID) -> str:
        """The head of a bid in a fork: the forge itself has no branch of it."""
        return self.origin.change({path: data})

    def pull(self, head: str, author: Mapping[str, Any], pusher: Mapping[str, Any] | None = None) -> dict[str, Ran]:
        """What becomes of a pull request with that head: the forge keeps it, and starts the workflow of main."""
        self.origin.git("update-ref", "refs/pull/4/head", head)
        event = {"pull_request": {"number": 4, "head": {"sha": head}, "user": author}, "sender": pusher or author}
        return self.machine.run(BID_CHECK, {"sha": self.origin.git("rev-parse", "main"), "event": event})


def at(folder: Path, now: str) -> Forge:
    """A forge on which the board is open for bids, at an instant."""
    origin = world(folder / "origin.git", {**PROGRAM, **open_board_files()})
    forge(origin)
    return Forge(origin, Machine(folder / "runs", origin, now))


@pytest.fixture
def opened(tmp_path: Path) -> Forge:
    """While bids are taken."""
    return at(tmp_path, OPEN)


def states(run: Mapping[str, Ran]) -> list[tuple[str, str]]:
    """Name and state of each status that was posted, in order."""
    return [(status["context"], status["state"]) for ran in run.values() for status in ran.statuses]


def test_a_good_bid_is_pending(opened: Forge) -> None:
    """The verdict is green, nothing may be merged, and the page of the run says so in both languages."""
    head = opened.bid()

    run = opened.pull(head, SUPPLIER)

    assert (run["check"].result, run["status"].result) == ("success", "success"), run["check"].log
    assert states(run) == [("board/check", "success"), ("board/merge", "pending")]
    assert {status["sha"] for status in run["status"].statuses} == {head}
    assert {status["target_url"] for status in run["status"].statuses} == {
        "https://github.example/dex-mex/board/actions/runs/4711"
    }
    assert "## Check" in run["check"].summary
    assert "## Vérification" in run["check"].summary


def test_a_bad_bid_is_refused(opened: Forge) -> None:
    """A cent over the ceiling: the verdict is red, with an annotation, and the run too."""
    head = opened.bid(data=bids_on_branches()["northbit"].replace(b'"northbit"', b'"maple-works"'))

    run = opened.pull(head, SUPPLIER)

    assert (run["check"].result, run["status"].result) == ("failure", "success")
    assert states(run) == [("board/check", "failure"), ("board/merge", "pending")]
    assert f"::error file={BID},line=" in run["check"].log


def test_an_act_may_be_merged(tmp_path: Path) -> None:
    """The owner's posting, and nobody else's: neither proposed by a stranger nor pushed by one."""
    forge = at(tmp_path, BEFORE)
    head = forge.origin.change({NEXT_REQUEST: open_board_files()[REQUEST]})

    assert states(forge.pull(head, OWNER)) == [("board/check", "success"), ("board/merge", "success")]
    assert states(forge.pull(head, STRANGER)) == [("board/check", "failure"), ("board/merge", "pending")]
    assert states(forge.pull(head, OWNER, STRANGER)) == [("board/check", "failure"), ("board/merge", "pending")]


def test_work_may_be_merged_and_is_not_run(opened: Forge) -> None:
    """A pull request that rewrites the program is judged by the program of main, and none of it reaches the machine."""
    mine = b"raise SystemExit('the pull request runs')\n"
    head = opened.origin.change({"scripts/board/__main__.py": mine, "scripts/board/cli/check.py": mine})

    run = opened.pull(head, STRANGER)

    assert states(run) == [("board/check", "success"), ("board/merge", "success")]
    assert "the pull request runs" not in run["check"].log
    assert (run["check"].workspace / "scripts/board/__main__.py").read_bytes() == PROGRAM["scripts/board/__main__.py"]


def test_a_mixture_may_not_be_merged(opened: Forge) -> None:
    """A bid that brings a change to the program with it is refused on both counts."""
    head = opened.origin.change({BID: bids_on_branches()["maple-works"], "README.md": b"Mine.\n"})

    assert states(opened.pull(head, SUPPLIER)) == [("board/check", "failure"), ("board/merge", "failure")]


def test_a_head_that_moved_meanwhile_is_an_error(opened: Forge) -> None:
    """The commit of the event is gone from the pull request: nothing is judged, and that is what it says."""
    head = opened.bid()
    gone = opened.origin.commit(opened.origin.git("rev-parse", "main^{tree}"), [], message="Elsewhere")
    opened.origin.git("update-ref", "refs/pull/4/head", head)
    event = {"pull_request": {"number": 4, "head": {"sha": gone}, "user": SUPPLIER}, "sender": SUPPLIER}

    run = opened.machine.run(BID_CHECK, {"sha": opened.origin.git("rev-parse", "main"), "event": event})

    assert run["check"].result == "failure"
    assert states(run) == [("board/check", "error"), ("board/merge", "error")]


def test_a_hostile_tree_is_not_fetched(opened: Forge) -> None:
    """Git refuses malformed objects on the way in; the head is told that it was not judged."""
    blob = opened.origin.blob(b"x\n")
    head = opened.origin.commit(opened.origin.raw_tree([("100644", b".git", blob)]), ["main"])

    run = opened.pull(head, SUPPLIER)

    assert run["check"].result == "failure"
    assert states(run) == [("board/check", "error"), ("board/merge", "error")]


@pytest.mark.parametrize(("size", "state"), [(65_536, "success"), (65_537, "failure")])
def test_a_file_of_one_byte_too_many_never_leaves_the_forge(opened: Forge, size: int, state: str) -> None:
    """What the loader takes is there to be judged; what it does not take is a finding, and is never fetched."""
    head = opened.bid((bids_on_branches()["maple-works"] + b"#").ljust(size, b"x"))

    run = opened.pull(head, SUPPLIER)

    assert states(run) == [("board/check", state), ("board/merge", "pending")]
    held = git(run["check"].workspace, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
    assert (opened.origin.git("rev-parse", f"{head}:{BID}") in held) is (state == "success")
