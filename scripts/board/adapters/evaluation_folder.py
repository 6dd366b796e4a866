"""The folder of an evaluation, outside every repository: what was in the envelopes, the sheets, the results."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from board.adapters import outside
from board.adapters.given_file import content

EVALUATION = "evaluation.yml"

_SHEET = re.compile(r"(?P<login>[a-z0-9]+(?:-[a-z0-9]+)*)\.yml")

# An offer is a few hundred bytes, an evaluation a few hundred kilobytes at most.
_MOST = 2_000_000


class NoFolderError(Exception):
    """There is no such folder.

    Attributes:
        folder: Which.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no folder {folder}")
        self.folder = folder


def there(folder: Path) -> Path:
    """The folder with its links followed.

    Raises:
        NoFolderError: It is not there, or is no folder.
        InsideRepositoryError: It lies in a work tree, a repository or a board.
    """
    if not folder.is_dir():
        raise NoFolderError(folder)
    return outside.make_sure_outside(folder)


def dossier(folder: Path) -> Mapping[str, bytes]:
    """Path below the folder to content, of what enters the repository with an outcome; what is not there is absent.

    Raises:
        NoFolderError: It is not there, or is no folder.
        UnreadableFileError: A file in it cannot be read.
    """
    if not folder.is_dir():
        raise NoFolderError(folder)
    found = {f"openings/{path.name}": path for path in _files(folder / "openings", ".json")}
    results = folder / EVALUATION
    found |= {EVALUATION: results} if results.is_file() else {}
    return {name: content(path) for name, path in found.items() if path.stat().st_size <= _MOST}


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
        outside.put_new(target, data)
    except FileExistsError:
        return False
    return True


def _files(folder: Path, ending: str) -> Iterator[Path]:
    return (path for path in sorted(folder.glob(f"*{ending}")) if path.is_file()) if folder.is_dir() else iter(())


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)
