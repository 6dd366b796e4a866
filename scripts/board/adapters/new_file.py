"""A file written where none was, and never outside the board."""

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
