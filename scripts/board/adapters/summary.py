"""The file in which a forge collects what the steps of a run say."""

from pathlib import Path


def append(path: Path, text: str) -> None:
    """Put *text* at the end of the file, which is made where there is none.

    Raises:
        OSError: The file cannot be written.
    """
    with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)
