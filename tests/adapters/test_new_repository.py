"""An empty repository is begun where nothing is, and only there."""

from pathlib import Path

import pytest
from tests.worlds import git

from board.adapters.new_repository import CannotBeginError, begin, is_empty


def test_begins_with_main_and_no_hook(tmp_path: Path) -> None:
    """A branch of that name without a commit, in folders that were not there."""
    here = tmp_path / "a" / "b"

    begin(here)

    assert git(here, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(here, "rev-parse", "--is-bare-repository") == "false"
    assert not (here / ".git" / "hooks").exists()
    assert not is_empty(here)


def test_an_empty_folder_and_none(tmp_path: Path) -> None:
    """Both are empty; a folder with a hidden file is not."""
    assert is_empty(tmp_path)
    assert is_empty(tmp_path / "nothing")
    (tmp_path / ".hidden").touch()
    assert not is_empty(tmp_path)


def test_git_that_cannot(tmp_path: Path) -> None:
    """What Git said is carried along."""
    (tmp_path / ".git").write_text("no repository\n")

    with pytest.raises(CannotBeginError) as refused:
        begin(tmp_path)
    assert ".git" in refused.value.problem
