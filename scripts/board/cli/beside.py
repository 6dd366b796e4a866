"""The board above its procurements and one folder, as they lie on this machine."""

from pathlib import Path

from board.adapters import worktree
from board.core import yaml
from board.jobs.reading import is_above, procurement_of


def beside(root: Path, ref: str) -> dict[str, bytes]:
    """What the board says above its procurements, and the folder that is meant: path to content."""
    found: dict[str, bytes] = {}
    for file in worktree.survey(root):
        if file.kind == "file" and (is_above(file.path) or procurement_of(file.path) == ref):
            data = worktree.read(root, file.path, yaml.LIMIT + 1)
            if data is not None:
                found[file.path] = data
    return found
