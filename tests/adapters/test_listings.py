"""What a repository was not given is known without being asked for."""

from pathlib import Path

import pytest
from tests.worlds import BID, World, empty_world, git, world

from board.adapters.batch import GitEndedError
from board.adapters.listings import absent
from board.adapters.objects import MissingObjectError, Objects, open_repository


def fetched(origin: World, root: Path, *words: str) -> World:
    """A repository that has main whole, and the branch `large` as it was asked for."""
    origin.git("config", "uploadpack.allowFilter", "true")
    made = empty_world(root)
    made.git("fetch", "-q", f"file://{origin.root}", "main:main")
    made.git("remote", "add", "origin", f"file://{origin.root}")
    made.git("fetch", "-q", *words, "origin", "large:large")
    return made


def test_names_what_was_left_out(tmp_path: Path) -> None:
    """A file as large as the limit of the fetch is absent, and stays so; one a byte smaller is there."""
    origin = world(tmp_path / "origin")
    small = BID.replace("maple-works", "small")
    origin.change({BID: b"x" * 101, small: b"y" * 100}, branch="large")
    here = fetched(origin, tmp_path / "here", "--filter=blob:limit=101")
    repo = open_repository(here.root)

    gone = absent(repo, ["large"], [BID, small, "no/such/file", "line\nbreak"])

    identifier = origin.git("rev-parse", f"large:{BID}")
    assert gone == {identifier}
    assert identifier not in here.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")


def test_what_was_left_out_is_missing_and_nothing_more(tmp_path: Path) -> None:
    """Objects that are there are read, one that is not is missing, and none is fetched by being asked for."""
    origin = world(tmp_path / "origin")
    small = BID.replace("maple-works", "small")
    origin.change({BID: b"x" * 101, small: b"y" * 100}, branch="large")
    here = fetched(origin, tmp_path / "here", "--filter=blob:limit=101")
    gone, there = (origin.git("rev-parse", f"large:{path}") for path in (BID, small))

    with Objects(open_repository(here.root)) as objects:
        written = here.blob(b"written since")
        assert list(objects.blobs([there, gone, written])) == [b"y" * 100, None, b"written since"]
        assert (objects.kind(gone), objects.kind(there), objects.kind("0" * 40)) == (None, "blob", None)
        with pytest.raises(MissingObjectError):
            objects.blob(gone)

    assert gone not in here.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")


def test_nothing_is_absent_where_everything_was_asked_for(tmp_path: Path) -> None:
    """A repository that was fetched whole is not walked at all."""
    origin = world(tmp_path / "origin")
    origin.change({BID: b"x" * 101}, branch="large")
    here = fetched(origin, tmp_path / "here")

    assert absent(open_repository(here.root), ["large"], [BID]) == frozenset()
    assert git(here.root, "cat-file", "-s", f"large:{BID}") == "101"


def test_git_that_ends_is_our_failure_and_not_a_reader_that_has_gone(tmp_path: Path) -> None:
    """A process that dies between two questions is told, since `board` is silent about a closed terminal alone."""
    made = world(tmp_path / "board")
    with Objects(open_repository(made.root)) as objects:
        head = made.git("rev-parse", "main")
        assert objects.kind(head) == "commit"
        (kept,) = objects._idle
        kept._process.kill()
        kept._process.wait()

        with pytest.raises(GitEndedError):
            objects.raw(head)
