"""Work trees that have a branch checked out, which follow when the branch moves.

Without that the index would show what an act added as deleted, and the next `git commit -a` would take it back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from git import Repo

from board.adapters.lock import Lock
from board.adapters.objects import open_repository
from board.adapters.process import GitFailedError, run


class WorkTreeInTheWayError(Exception):
    """A work tree has changes where an act writes.

    Attributes:
        work_tree: Its folder.
        paths: Files that differ from what is committed, or stand there without being committed.
        problem: What Git said, where it named no file.
    """

    def __init__(self, work_tree: str, paths: Sequence[str], problem: str = "") -> None:
        super().__init__(f"{work_tree}: {', '.join(paths) or problem}")
        self.work_tree = work_tree
        self.paths = tuple(paths)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class WorkTree:
    """One work tree.

    Attributes:
        path: Its folder.
        head: The commit that it has checked out; empty before the first one.
    """

    path: str
    head: str

    def make_sure(self, old: str, new: str, paths: Sequence[str]) -> None:
        """Refuse by name where following would overwrite something that is not committed.

        Raises:
            WorkTreeInTheWayError: It would.
        """
        repo = open_repository(Path(self.path))
        words = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=traditional")
        listed = run(repo, *words, "--", *paths).decode("utf-8", "surrogateescape")
        if listed:
            raise WorkTreeInTheWayError(self.path, [record[3:] for record in listed.split("\0") if record])
        try:
            run(repo, "read-tree", "-n", "-m", "-u", *_trees(old, new))
        except GitFailedError as error:
            raise WorkTreeInTheWayError(self.path, (), error.complaint) from error

    def follow(self, old: str, new: str, lock: Lock) -> None:
        """Bring index and files from one commit to another; what else is changed there stays, and twice is once."""
        repo = open_repository(Path(self.path))
        run(repo, "read-tree", "-m", "-u", *_trees(old, new), handed_down=(lock.descriptor,))

    def unlock(self) -> None:
        """Remove the lock that a killed process left on the index."""
        Path(open_repository(Path(self.path)).git_dir, "index.lock").unlink(missing_ok=True)


def on(repo: Repo, branch: str) -> tuple[WorkTree, ...]:
    """The work trees that have *branch*, given by its full name, checked out."""
    if repo.bare and not Path(repo.common_dir, "worktrees").is_dir():
        return ()  # a host has none, and each process that it starts is one for which a supplier waits
    listed = run(repo, "worktree", "list", "--porcelain", "-z").decode("utf-8", "surrogateescape")
    found = []
    for record in listed.split("\0\0"):
        facts = dict(line.partition(" ")[::2] for line in record.split("\0") if line)
        if facts.get("branch") == branch and "bare" not in facts and Path(facts["worktree"]).is_dir():
            head = facts.get("HEAD", "")
            found.append(WorkTree(facts["worktree"], "" if head.strip("0") == "" else head))
    return tuple(found)


def checked_out(root: Path, branch: str) -> bool:
    """Whether a work tree of the repository at *root* has *branch*, given without ``refs/heads/``, checked out.

    Raises:
        NoRepositoryError: There is no repository.
    """
    return bool(on(open_repository(root), f"refs/heads/{branch}"))


def _trees(old: str, new: str) -> tuple[str, ...]:
    return (old, new) if old else (new,)
