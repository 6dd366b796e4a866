"""A file written into the board, and never outside of it."""

import os
import tempfile
from pathlib import Path


class AlreadyThereError(Exception):
    """Something stands where a new file was to be written.

    Attributes:
        path: From the root of the board.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already")
        self.path = path


class OutsideError(Exception):
    """A link in the path leads out of the board.

    Attributes:
        path: From the root of the board.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} leads out of the board through a link")
        self.path = path


def write_new(root: Path, path: str, data: bytes) -> None:
    """Write *data* at *path* under *root*, with the folders on the way.

    Raises:
        AlreadyThereError: Something stands there, even a link to nothing, or a file where a folder is wanted.
        OutsideError: A folder on the way is a link that leads elsewhere.
        OSError: The folder cannot be written to.
    """
    top, target = root.resolve(), root / path
    if not target.parent.resolve().is_relative_to(top):
        raise OutsideError(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)
    except (FileExistsError, NotADirectoryError) as error:
        raise AlreadyThereError(path) from error


def write_over(root: Path, path: str, data: bytes) -> None:
    """Put *data* at *path* under *root* in the place of whatever file stands there, whole or not at all.

    Raises:
        OutsideError: A folder on the way, or the file itself, is a link that leads elsewhere.
        OSError: The folder cannot be written to.
    """
    top, target = root.resolve(), root / path
    if target.is_symlink() or not target.parent.resolve().is_relative_to(top):
        raise OutsideError(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, fresh = tempfile.mkstemp(prefix=".board-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            os.fsync(file.fileno())
        Path(fresh).chmod(0o644)
        Path(fresh).replace(target)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
