"""A new file is written where nothing was, and within the board."""

from pathlib import Path

import pytest

from board.adapters.new_file import AlreadyThereError, OutsideError, write_new


def test_writes_with_the_folders_on_the_way(tmp_path: Path) -> None:
    """To the byte, and what stands beside it stays."""
    write_new(tmp_path, "a/b/one.yml", b"1\r\n")
    write_new(tmp_path, "a/b/two.yml", b"2\n")

    assert (tmp_path / "a/b/one.yml").read_bytes() == b"1\r\n"
    assert (tmp_path / "a/b/two.yml").read_bytes() == b"2\n"


def test_refuses_what_stands_there(tmp_path: Path) -> None:
    """A file, a folder, a link to nothing, and a file where a folder is wanted."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")

    for path in ("file", "folder", "dangling", "file/inner.yml", "file/inner/deep.yml"):
        with pytest.raises(AlreadyThereError) as refused:
            write_new(tmp_path, path, b"x")
        assert refused.value.path == path
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert not (tmp_path / "nothing").exists()


def test_refuses_to_leave_the_board(tmp_path: Path) -> None:
    """A folder that is a link to elsewhere; one that leads to another folder of the board is followed."""
    board, outside = tmp_path / "board", tmp_path / "outside"
    (board / "inside").mkdir(parents=True)
    outside.mkdir()
    (board / "out").symlink_to(outside)
    (board / "in").symlink_to(board / "inside")

    with pytest.raises(OutsideError):
        write_new(board, "out/x.yml", b"x")
    write_new(board, "in/x.yml", b"x")

    assert list(outside.iterdir()) == []
    assert (board / "inside" / "x.yml").read_bytes() == b"x"
