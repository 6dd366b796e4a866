"""A file that somebody named on the command line."""

from pathlib import Path


class UnreadableFileError(Exception):
    """The file is not there, or cannot be read.

    Attributes:
        path: Which.
        problem: What the machine said.
    """

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


def content(path: Path) -> bytes:
    """The bytes of the file.

    Raises:
        UnreadableFileError: It is not there, or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or type(error).__name__) from error
