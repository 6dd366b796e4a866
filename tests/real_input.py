"""Real records that are not part of the repository: tests over them are skipped where they are not at hand."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def real_input(name: str) -> Path:
    """A file of ``data/`` in the folder ``shared`` beside the repository, or in the one that ``BOARD_SHARED`` names.

    The test that asks is skipped, saying why, where it is not there.
    """
    return _shared("data", name)


def at_hand(name: str) -> Path | None:
    """The same file; None where it is not there."""
    path = _place("data", name)
    return path if path.exists() else None


def worked_example(name: str) -> Path:
    """A file of ``example/`` in the same folder: purchases that others worked out whole."""
    return _shared("example", name)


def _shared(folder: str, name: str) -> Path:
    path = _place(folder, name)
    if not path.exists():
        pytest.skip(f"the real records are not at hand: {path} does not exist (name their folder in BOARD_SHARED)")
    return path


def _place(folder: str, name: str) -> Path:
    return Path(os.environ.get("BOARD_SHARED") or ROOT.parent / "shared") / folder / name
