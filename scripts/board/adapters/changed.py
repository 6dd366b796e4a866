"""When the folders of a record last changed, as Git tells it: for people to read, never for a decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from git import Repo
from git.exc import GitCommandError

from board.adapters.listings import records
from board.adapters.objects import NoRepositoryError, Objects, UnknownRevisionError, open_repository
from board.adapters.worktree import RECORD

_COMMIT = "commit "


@dataclass(frozen=True, slots=True)
class Changed:
    """What Git knows of a record.

    Attributes:
        head: Id of the commit.
        at: Instant of that commit.
        clean: Whether the files are those of that commit.
        folders: Folder, three names below `opportunities/`, to the instant of its last change.
    """

    head: str
    at: datetime
    clean: bool
    folders: Mapping[str, datetime]


def changed(root: Path, revision: str = "") -> Changed | None:
    """What Git knows of the record at *root*; None where there is no repository, or no commit yet.

    Args:
        root: Folder of the board, or its bare repository.
        revision: Empty for the files, which are compared with the commit that is checked out.
    """
    try:
        repo = open_repository(root)
        with Objects(repo) as objects:
            head = objects.resolve(revision or "HEAD")
    except (NoRepositoryError, UnknownRevisionError):
        return None
    folders: dict[str, datetime] = {}
    newest: datetime | None = None
    for at, path in _walk(repo, head):
        newest = newest or at
        parts = path.split("/")
        if len(parts) > 4:
            folders.setdefault("/".join(parts[1:4]), at)
    clean = bool(revision) or _clean(repo)
    return Changed(head, _instant(str(repo.git.show("--no-patch", "--format=%ct", head))), clean, folders)


def _walk(repo: Repo, head: str) -> Iterator[tuple[datetime, str]]:
    """Each path that a commit of the first-parent line touches below the record, the newest commit first."""
    words = ["--first-parent", "--name-only", "--no-renames", "-z", f"--format={_COMMIT}%ct", head, "--", RECORD]
    at = datetime.fromtimestamp(0, UTC)
    for record in records(repo, "log", words):
        # A line break stands between the heading of a commit and its first path.
        text = record.removeprefix("\n")
        if text.startswith(_COMMIT):
            heading, _, text = text.partition("\n")
            at = _instant(heading.removeprefix(_COMMIT))
        if text:
            yield at, text


def _clean(repo: Repo) -> bool:
    if repo.bare:
        return True
    try:
        return not repo.git.status("--porcelain", "-z", "--untracked-files=normal", "--", RECORD)
    except GitCommandError:
        return False


def _instant(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)
