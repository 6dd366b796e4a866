"""Folders for what must never get into a repository: keys, secrets, opened bids."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


class InsideRepositoryError(Exception):
    """A folder lies in a work tree, in a repository, or in a board.

    Attributes:
        folder: Which was asked for.
        top: The work tree, repository or board in which it lies.
    """

    def __init__(self, folder: Path, top: Path) -> None:
        super().__init__(f"{folder} lies in {top}")
        self.folder = folder
        self.top = top


class NotTheSameError(Exception):
    """Something else stands where a folder was to be written.

    Attributes:
        path: Where.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds something else")
        self.path = path


class TooOpenError(Exception):
    """Others may read a file that holds a secret.

    Attributes:
        path: Which.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"others may read {path}")
        self.path = path


def make_sure_outside(folder: Path) -> Path:
    """*folder* without links, where it lies outside every work tree, repository and board.

    Raises:
        InsideRepositoryError: It lies in one.
    """
    real = folder.expanduser().resolve()
    for above in (real, *real.parents):
        if (above / ".git").exists() or _is_repository(above) or (above / "opportunities" / "board.yml").exists():
            raise InsideRepositoryError(folder, above)
    return real


def private_folder(folder: Path) -> Path:
    """*folder* without links, made where it is not there, for its owner alone.

    Raises:
        InsideRepositoryError: It lies in a work tree, a repository or a board.
        OSError: It cannot be made.
    """
    real = make_sure_outside(folder)
    real.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    return real


def read_private(path: Path) -> bytes | None:
    """What a private file holds; None where there is none.

    Raises:
        TooOpenError: Others may read it.
        OSError: It cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        if os.fstat(file.fileno()).st_mode & 0o077:
            raise TooOpenError(path)
        return file.read()


def write_private(path: Path, data: bytes) -> None:
    """Put a file there for its owner alone, whole or not at all; one of that name is replaced.

    Raises:
        OSError: The disk, or the rights, do not allow it.
    """
    # Made with mode 600.
    descriptor, fresh = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise


def make_sure_of_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Nothing, where *folder* is not there, or holds some of these files, or all, and nothing else.

    Raises:
        NotTheSameError: Something else stands there.
    """
    there = folder.exists() or folder.is_symlink()
    if there and (not folder.is_dir() or folder.is_symlink() or not _held(folder).items() <= files.items()):
        raise NotTheSameError(folder)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Make *folder* hold exactly these files, all at once; whether anything was missing.

    Killed on the way, it is as if nobody had begun, or, where some had been lost, as if all had been: what was left
    beside it goes with the next call, which makes it whole. The disk is not
    waited for, a thousand times over: whoever asked can ask again, since nothing here is the only copy.

    Args:
        folder: In a folder that is there.
        files: Name to content.

    Raises:
        NotTheSameError: Something else stands there.
        OSError: The disk, or the rights, do not allow it.
    """
    prefix = f".{folder.name}-"
    for left in folder.parent.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    make_sure_of_folder(folder, files)
    there = folder.exists()
    if there and _held(folder).keys() == files.keys():
        return False
    fresh = Path(tempfile.mkdtemp(prefix=prefix, dir=folder.parent))
    try:
        for name, data in files.items():
            put_new(fresh / name, data)
        if there:
            folder.rename(fresh.with_name(f"{fresh.name}-before"))
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(fresh.with_name(f"{fresh.name}-before"), ignore_errors=True)
    return True


def put_new(path: Path, data: bytes) -> None:
    """A new file for its owner alone."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)


def _held(folder: Path) -> Mapping[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def _is_repository(folder: Path) -> bool:
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()
