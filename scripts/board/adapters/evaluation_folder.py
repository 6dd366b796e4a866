"""The folder of an evaluation, outside every repository: what was in the envelopes, the sheets, the results."""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

EVALUATION = "evaluation.yml"

_SHEET = re.compile(r"(?P<login>[a-z0-9]+(?:-[a-z0-9]+)*)\.yml")
_PRIVATE = 0o600


class InsideRepositoryError(Exception):
    """The folder lies in a work tree or in a Git directory, from where its files could be committed or served.

    Attributes:
        folder: Which.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} lies in a repository")
        self.folder = folder


class NoFolderError(Exception):
    """There is no such folder.

    Attributes:
        folder: Which.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no folder {folder}")
        self.folder = folder


def outside(folder: Path) -> Path:
    """The folder with its links followed.

    Raises:
        NoFolderError: It is not there, or is no folder.
        InsideRepositoryError: It, or a folder that holds it, belongs to a repository.
    """
    found = folder.resolve()
    if not found.is_dir():
        raise NoFolderError(folder)
    if any(map(_is_of_git, (found, *found.parents))):
        raise InsideRepositoryError(folder)
    return found


def openings(folder: Path, most: int) -> Mapping[str, bytes]:
    """File name to bytes of what was in the envelopes, each at most *most* + 1; empty where nothing was opened."""
    return {path.name: _read(path, most) for path in _files(folder / "openings", ".json")}


def sheets(folder: Path, most: int) -> Mapping[str, bytes]:
    """Login to bytes of the sheets, each at most *most* + 1."""
    found = ((_SHEET.fullmatch(path.name), path) for path in _files(folder / "sheets", ".yml"))
    return {match["login"]: _read(path, most) for match, path in found if match}


def evaluation(folder: Path, most: int) -> bytes:
    """The bytes of the results, at most *most* + 1; empty where there are none."""
    path = folder / EVALUATION
    return _read(path, most) if path.is_file() else b""


def put_new(folder: Path, path: str, data: bytes) -> bool:
    """Write a file where none is, for its owner alone; False where one is, which stays as it is.

    Raises:
        OSError: The folder cannot be written to.
    """
    target = folder / path
    target.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return True


def put(folder: Path, path: str, data: bytes) -> None:
    """Write a file whole or not at all, in the place of one that may be there.

    Raises:
        OSError: The folder cannot be written to.
    """
    descriptor, name = tempfile.mkstemp(prefix=".board-", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(folder / path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_of_git(folder: Path) -> bool:
    """Whether it is the top of a work tree, or looks like a Git directory to Git itself."""
    return (folder / ".git").exists() or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())


def _files(folder: Path, ending: str) -> Iterator[Path]:
    return (path for path in sorted(folder.glob(f"*{ending}")) if path.is_file()) if folder.is_dir() else iter(())


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)
