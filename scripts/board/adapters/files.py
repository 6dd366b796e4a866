"""A folder of built files: written beside the old one and put in its place whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

# Whatever lacks this file was not built by us, and is not taken away.
MARK = ".board-build"


class NotOursError(Exception):
    """The folder to write to holds something that was not built.

    Attributes:
        folder: Which.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds something that board build did not make")
        self.folder = folder


class OutsideError(Exception):
    """A path leads out of the folder to write to, or nowhere in it.

    Attributes:
        path: Which.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is no path inside the folder")
        self.path = path


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Make *folder* hold exactly these files; readers see the old ones until all are there.

    Args:
        folder: It may not exist, be empty, or be what this function made before.
        files: Path and content of each.

    Returns:
        How many files were written.

    Raises:
        NotOursError: The folder holds something else.
        OutsideError: A path leads out of it.
        OSError: The disk, or the rights, do not allow it; the old folder is as it was.
    """
    folder = folder.absolute()
    if not ours(folder):
        raise NotOursError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        fresh.chmod(0o755)
        count = _fill(fresh, files)
        _swap(folder, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def ours(folder: Path) -> bool:
    """Whether *folder* may be replaced: it is not there, empty, or was built."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return False
    return not folder.exists() or (folder / MARK).is_file() or not any(folder.iterdir())


def _fill(fresh: Path, files: Iterable[tuple[str, bytes]]) -> int:
    made: set[str] = set()
    count = 0
    (fresh / MARK).write_bytes(b"")
    for path, data in files:
        inner, _, _ = path.rpartition("/")
        if inner not in made or path in ("", MARK):
            _inside(path)
            os.makedirs(f"{fresh}/{inner}", exist_ok=True)  # noqa: PTH103 - ten thousand of them
            made.add(inner)
        with open(f"{fresh}/{path}", "xb") as file:  # noqa: PTH123 - ten thousand of them
            file.write(data)
        count += 1
    return count


def _inside(path: str) -> None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or path == MARK:
        raise OutsideError(path)


def _swap(folder: Path, fresh: Path) -> None:
    old = fresh.with_name(f"{fresh.name}-old")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
