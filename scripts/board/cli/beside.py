"""The board above its procurements and one folder, as they lie on this machine; and the branch of a bid."""

from contextlib import suppress
from pathlib import Path

from board.adapters import worktree
from board.adapters.objects import NoRepositoryError
from board.adapters.snapshot import snapshot
from board.core import yaml
from board.jobs.reading import is_above, procurement_of
from board.model.reference import bid_branch


def beside(root: Path, ref: str) -> dict[str, bytes]:
    """What the board says above its procurements, and the folder that is meant: path to content."""
    found: dict[str, bytes] = {}
    for file in worktree.survey(root):
        if file.kind == "file" and (is_above(file.path) or procurement_of(file.path) == ref):
            data = worktree.read(root, file.path, yaml.LIMIT + 1)
            if data is not None:
                found[file.path] = data
    return found


def branch_is_made(root: Path, login: str, ref: str, among: str = "refs/heads") -> bool:
    """Whether a clone has the branch of a bid *among* its own or those it knows elsewhere; a plain folder has none."""
    with suppress(NoRepositoryError), snapshot(root) as seen:
        return f"{among}/{bid_branch(login, ref)}" in seen.refs
    return False
