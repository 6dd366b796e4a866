"""Private files: for their owner alone, whole or not at all, and never where a commit could take them along."""

from pathlib import Path

import pytest
from tests.worlds import empty_world, git

from board.adapters import outside
from board.adapters.outside import (
    InsideRepositoryError,
    NotTheSameError,
    TooOpenError,
    make_sure_outside,
    private_folder,
    put_new,
    read_private,
    write_folder,
    write_private,
)


def test_refuses_a_work_tree_a_repository_and_a_board(tmp_path: Path) -> None:
    """However deep, through a link too; the near twin beside them is taken."""
    tree, bare, plain, other = (tmp_path / name for name in ("tree", "bare.git", "plain", "other"))
    tree.mkdir()
    git(tree, "init", "-q", "-b", "main")
    empty_world(bare)
    (plain / "opportunities").mkdir(parents=True)
    (plain / "opportunities" / "board.yml").touch()
    (tmp_path / "link").symlink_to(tree)
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / ".git").write_text("gitdir: elsewhere\n")

    for folder in (
        tree,
        tree / "a" / "b",
        tree / ".git" / "x",
        bare,
        bare / "keys",
        plain,
        tmp_path / "link" / "k",
        linked,
    ):
        with pytest.raises(InsideRepositoryError):
            make_sure_outside(folder)
        with pytest.raises(InsideRepositoryError):
            private_folder(folder)
    assert make_sure_outside(other / "keys") == other.resolve() / "keys"
    assert not other.exists()


def test_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Folder and file from the first byte on; what others may read is refused."""
    folder = private_folder(tmp_path / "a" / "keys")
    path = folder / "one"

    write_private(path, b"secret")
    write_private(path, b"another")

    assert folder.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_private(path) == b"another"
    assert read_private(folder / "two") is None
    assert [each.name for each in folder.iterdir()] == ["one"]
    path.chmod(0o640)
    with pytest.raises(TooOpenError):
        read_private(path)


def test_follows_no_link(tmp_path: Path) -> None:
    """A file that is a link may lead to what others may read."""
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "real").chmod(0o600)
    (tmp_path / "link").symlink_to(tmp_path / "real")

    with pytest.raises(OSError):
        read_private(tmp_path / "link")


def test_a_folder_stands_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at the second file leaves nothing; asked again it is written, and once more it is there already."""
    folder, files = tmp_path / "openings", {"a.json": b"1", "b.json": b"2"}
    real, calls = put_new, []

    def full(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(outside, "put_new", full)
    with pytest.raises(OSError):
        write_folder(folder, files)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    (tmp_path / ".openings-killed").mkdir()
    (tmp_path / ".openings-killed" / "a.json").write_bytes(b"half")

    assert write_folder(folder, files)
    assert not write_folder(folder, files)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    assert [path.name for path in tmp_path.iterdir()] == ["openings"]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("files", [{"a.json": b"other"}, {"b.json": b"1"}, {}])
def test_never_writes_over_something_else(tmp_path: Path, files: dict[str, bytes]) -> None:
    """What somebody keeps there stays."""
    write_folder(tmp_path / "openings", {"a.json": b"1"})

    with pytest.raises(NotTheSameError):
        write_folder(tmp_path / "openings", files)

    assert (tmp_path / "openings" / "a.json").read_bytes() == b"1"


def test_makes_whole_what_lost_a_file(tmp_path: Path) -> None:
    """Whoever lost one asks again, and what was left of a run that was killed goes."""
    folder, files = tmp_path / "openings", {"a.json": b"1", "b.json": b"2"}
    write_folder(folder, files)
    (folder / "a.json").unlink()
    (tmp_path / ".openings-killed-before").mkdir()

    assert write_folder(folder, files)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    assert [path.name for path in tmp_path.iterdir()] == ["openings"]


def test_never_writes_through_a_link_or_over_a_file(tmp_path: Path) -> None:
    """Only a folder is a folder."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")

    for name in ("file", "link"):
        with pytest.raises(NotTheSameError):
            write_folder(tmp_path / name, {})
