"""The folder of an evaluation: outside of every repository, for its owner alone, written whole or not at all."""

from pathlib import Path

import pytest
from tests.worlds import git

from board.adapters import evaluation_folder as folder
from board.adapters.outside import InsideRepositoryError


def test_a_folder_outside_is_taken(tmp_path: Path) -> None:
    """With its links followed; a repository beside it does not matter."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "desk")
    (tmp_path / "repository").mkdir()
    git(tmp_path / "repository", "init", "-q")

    assert folder.there(tmp_path / "link") == (tmp_path / "desk").resolve()


@pytest.mark.parametrize("bare", [False, True])
def test_a_folder_in_a_repository_is_refused(tmp_path: Path, bare: bool) -> None:
    """At any depth, through a link too."""
    git(tmp_path, "init", "-q", *(["--bare"] if bare else []), "repository")
    inside = tmp_path / "repository" / "a" / "b"
    inside.mkdir(parents=True)
    (tmp_path / "link").symlink_to(inside)

    for each in (inside, tmp_path / "repository", tmp_path / "link"):
        with pytest.raises(InsideRepositoryError):
            folder.there(each)


def test_a_linked_work_tree_is_one(tmp_path: Path) -> None:
    """There `.git` is a file."""
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    (tmp_path / "desk").mkdir()

    with pytest.raises(InsideRepositoryError):
        folder.there(tmp_path / "desk")


def test_no_folder_is_named(tmp_path: Path) -> None:
    """Nor is a file one."""
    (tmp_path / "file").touch()

    for name in ("nowhere", "file"):
        with pytest.raises(folder.NoFolderError):
            folder.there(tmp_path / name)


def test_reads_what_is_there(tmp_path: Path) -> None:
    """Files of the right names, each up to a limit; nothing where there is nothing."""
    assert (folder.openings(tmp_path, 9), folder.sheets(tmp_path, 9), folder.evaluation(tmp_path, 9)) == ({}, {}, b"")
    for path in ("openings/a.offer.json", "openings/notes.txt", "sheets/a-b.yml", "sheets/A.yml", "evaluation.yml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"0123456789ab")

    assert folder.openings(tmp_path, 9) == {"a.offer.json": b"0123456789"}
    assert folder.sheets(tmp_path, 100) == {"a-b": b"0123456789ab"}
    assert folder.evaluation(tmp_path, 9) == b"0123456789"


def test_a_new_file_takes_nobody_s_place(tmp_path: Path) -> None:
    """And is for its owner alone."""
    assert folder.put_new(tmp_path, "sheets/a.yml", b"1")
    assert not folder.put_new(tmp_path, "sheets/a.yml", b"2")

    assert (tmp_path / "sheets" / "a.yml").read_bytes() == b"1"
    assert (tmp_path / "sheets" / "a.yml").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["sheets"]


def test_the_dossier_is_what_enters_with_an_outcome(tmp_path: Path) -> None:
    """Openings and results, neither sheets nor anything else; a folder that is not there is no empty one."""
    assert folder.dossier(tmp_path) == {}
    for path in ("openings/a.offer.json", "openings/notes.txt", "sheets/a.yml", "evaluation.yml", "refused.json"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"1")

    assert folder.dossier(tmp_path) == {"openings/a.offer.json": b"1", "evaluation.yml": b"1"}
    with pytest.raises(folder.NoFolderError):
        folder.dossier(tmp_path / "nowhere")
