"""A folder of files is read without a step outside it."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tests.worlds import write

from board.adapters.worktree import Found, read, survey

REQUEST = "opportunities/a/2026/b/opportunity.yml"


def test_names_every_file_in_order(tmp_path: Path) -> None:
    """Files at every depth, by name; folders that merely hold others and what lies elsewhere are not named."""
    write(tmp_path, {REQUEST: b"", "opportunities/board.yml": b"", "README.md": b"", "opportunities/z/x.yml": b""})
    (tmp_path / "opportunities/empty").mkdir()

    assert list(survey(tmp_path)) == [
        Found(REQUEST, "file"),
        Found("opportunities/board.yml", "file"),
        Found("opportunities/z/x.yml", "file"),
    ]


def test_there_is_nothing(tmp_path: Path) -> None:
    """Where there is no such folder there is nothing."""
    assert list(survey(tmp_path)) == []
    assert list(survey(tmp_path / "nowhere")) == []


def test_odd_things_are_named_and_not_entered(tmp_path: Path) -> None:
    """Links, pipes, repositories and folders in the place of files."""
    write(tmp_path, {f"{REQUEST}/inside.yml": b"", "outside/secret.yml": b"", "opportunities/.git/config": b""})
    os.mkfifo(tmp_path / "opportunities/pipe")
    (tmp_path / "opportunities/link").symlink_to(tmp_path / "outside")
    (tmp_path / "opportunities/loop").symlink_to(tmp_path / "opportunities")

    assert [(found.path, found.kind) for found in survey(tmp_path)] == [
        ("opportunities/.git", "repository"),
        (REQUEST, "folder"),
        ("opportunities/link", "link"),
        ("opportunities/loop", "link"),
        ("opportunities/pipe", "special"),
    ]


def test_a_record_that_is_a_link(tmp_path: Path) -> None:
    """The folder of the record itself is not followed out of the board either."""
    write(tmp_path, {"elsewhere/board.yml": b""})
    (tmp_path / "opportunities").symlink_to(tmp_path / "elsewhere")

    assert list(survey(tmp_path)) == [Found("opportunities", "link")]


def test_a_folder_that_nobody_may_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be listed is named, since what nobody read has not been judged."""
    write(tmp_path, {REQUEST: b"", "opportunities/board.yml": b""})
    listed = os.scandir

    def refusing(path: str) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if path.endswith("2026"):
            raise PermissionError(path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)

    assert list(survey(tmp_path)) == [
        Found("opportunities/a/2026", "unreadable"),
        Found("opportunities/board.yml", "file"),
    ]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 stand as surrogates, and the file can be read by that name."""
    (tmp_path / "opportunities").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/opportunities/\xff.yml")).write_bytes(b"x")

    (found,) = survey(tmp_path)

    assert found == Found("opportunities/\udcff.yml", "file")
    assert read(tmp_path, found.path, 10) == b"x"


def test_reads_no_more_than_it_is_told(tmp_path: Path) -> None:
    """A hundred megabytes cost what was asked for."""
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(100 << 20)

    assert read(tmp_path, "huge", 5) == bytes(5)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "absent"])
def test_reads_plain_files_alone(tmp_path: Path, kind: str) -> None:
    """A file that became something else since it was found gives nothing, and nobody waits for it."""
    target = tmp_path / "it"
    if kind == "link":
        (tmp_path / "secret").write_bytes(b"x")
        target.symlink_to(tmp_path / "secret")
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()

    assert read(tmp_path, "it", 10) is None
