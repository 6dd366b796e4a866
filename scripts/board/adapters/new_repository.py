"""An empty repository where none was."""

from pathlib import Path

from git import Git
from git.exc import GitCommandError

from board.adapters.objects import ENVIRONMENT


class CannotBeginError(Exception):
    """Git could not make a repository.

    Attributes:
        root: Where.
        problem: What Git said.
    """

    def __init__(self, root: Path, problem: str) -> None:
        super().__init__(f"git init {root}: {problem}")
        self.root = root
        self.problem = problem


def is_empty(root: Path) -> bool:
    """Whether nothing stands at *root* but, at most, an empty folder.

    Raises:
        NotADirectoryError: A file stands there.
        PermissionError: Nobody may look.
    """
    return not root.exists() or not any(root.iterdir())


def begin(root: Path) -> None:
    """Make an empty repository with the branch main and a work tree at *root*; no template and no hook of the machine.

    Raises:
        CannotBeginError: Git could not.
        OSError: The folder cannot be made.
    """
    root.mkdir(parents=True, exist_ok=True)
    git = Git(str(root))
    # A hook hands down where *its* repository is.
    git.update_environment(**ENVIRONMENT, GIT_DIR=str(root.resolve() / ".git"), GIT_WORK_TREE=str(root.resolve()))
    try:
        git.init("--quiet", "--initial-branch=main", "--template=")
    except GitCommandError as error:
        raise CannotBeginError(root, str(error.stderr).strip()) from error
