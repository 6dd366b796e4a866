"""What a person means who names a path or a procurement."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from board.adapters.worktree import RECORD
from board.cli.listing import Listing, folders


class NobodyKnowsError(Exception):
    """Nothing in the record is called so, or several things are.

    Attributes:
        name: As it was given.
        several: What it could mean; empty where there is nothing.
    """

    def __init__(self, name: str, several: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.several = several


def named_paths(given: Sequence[str], root: Path, listing: Listing) -> tuple[str, ...]:
    """The paths of the record that are meant: a file, a folder, a REF or any end of a REF that is the only one.

    Raises:
        NobodyKnowsError: One of them means nothing, or several things.
    """
    return tuple(_meant(name, root, listing) for name in given)


def _meant(name: str, root: Path, listing: Listing) -> str:
    paths = listing.paths
    for path in _readings(name, root):
        if path in paths or any(other.startswith(f"{path}/") for other in paths):
            return path
    tail = name.strip("/")
    ends = tuple(folder.ref for folder in folders(listing) if tail and f"/{folder.ref}".endswith(f"/{tail}"))
    if len(ends) != 1:
        raise NobodyKnowsError(name, ends)
    return f"{RECORD}/{ends[0]}"


def _readings(name: str, root: Path) -> Iterator[str]:
    """The paths from the root that a name may stand for: from here, from the root, as a REF."""
    # Not resolved: a link is named as what it is.
    from_here = os.path.relpath(os.path.abspath(name), os.path.abspath(root))  # noqa: PTH100
    yield from_here.replace(os.sep, "/")
    yield name.strip("/")
    yield f"{RECORD}/{name.strip('/')}"
