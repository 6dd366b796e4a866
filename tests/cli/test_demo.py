"""`board demo`: the scenes played into a real repository."""

from pathlib import Path

import pytest
from git import Repo

from board.cli.main import run

NOW = "2026-11-25T09:30:00-05:00"


def test_plays_into_a_new_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every posting, bid, award and end is a commit of its own, and the board that they make passes."""
    folder = tmp_path / "demo"

    code = run(["demo", str(folder), "--now", NOW])

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "Trial: nothing published here commits the government yet.",
        f"Played in {folder}: 9 opportunities, 11 bids, 2 awards, 2 ended without one.",
        "See it, and prove it:",
        f"    board --root {folder} serve",
        f"    board --root {folder} verify",
    ]
    with Repo(folder) as repo:
        assert len(list(repo.iter_commits("main", first_parent=True))) == 1 + 9 + 2 + 2
        assert sum(head.name.startswith("bids/") for head in repo.heads) == 11
        assert sorted(tag.name.split("/")[-1] for tag in repo.tags) == ["lac-numerique", "maple-works"]
        assert not repo.is_dirty(untracked_files=True)
    assert run(["--root", str(folder), "check", "--now", NOW]) == 0
    assert run(["--root", str(folder), "verify"]) == 0


def test_says_it_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words in the other language."""
    folder = tmp_path / "demo"

    run(["--lang", "fr", "demo", str(folder), "--now", NOW])

    assert capsys.readouterr().out.splitlines()[:3] == [
        "Essai\u00a0: rien de ce qui est publié ici n’engage encore le gouvernement.",
        f"Joué dans {folder}\u00a0: 9 occasions, 11 soumissions, 2 attributions, 2 sans attribution.",
        "À voir, et à vérifier\u00a0:",
    ]


def test_refuses_a_folder_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where anything stands; an empty folder will do."""
    (tmp_path / "notes.txt").write_text("mine")

    assert run(["demo", str(tmp_path), "--now", NOW]) == 2
    assert "holds files" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert run(["demo", str(tmp_path / "notes.txt"), "--now", NOW]) == 2
    assert "is no folder" in capsys.readouterr().err
