"""Git objects, read through processes that GitPython starts: trees, blobs, commits, tags; nothing is checked out."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

from git import Repo
from git.exc import GitCommandError, InvalidGitRepositoryError, NoSuchPathError

from board.adapters.batch import NOTHING, Batch
from board.adapters.process import git_version

# What a machine or a stranger configured must not change what is read: no replaced objects, no grafts, no fetching of
# what is missing, no other configuration than the repository's own.
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}

_CHUNK = 1 << 20

_ID = re.compile(r"[0-9a-f]{40}")

OLDEST_GIT = (2, 39)


class NoRepositoryError(Exception):
    """A folder is no Git repository.

    Attributes:
        root: The folder.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root} is no Git repository")
        self.root = root


class OldGitError(Exception):
    """Git is older than what is needed.

    Attributes:
        found: Its version.
    """

    def __init__(self, found: str) -> None:
        super().__init__(f"Git {'.'.join(map(str, OLDEST_GIT))} or later is needed; this is {found}")
        self.found = found


class UnknownRevisionError(Exception):
    """A repository has no commit of that name.

    Attributes:
        revision: What was asked for.
    """

    def __init__(self, revision: str) -> None:
        super().__init__(f"no commit is called {revision}")
        self.revision = revision


class MissingObjectError(Exception):
    """An object is not in the repository, or is not what was asked for.

    Attributes:
        object_id: Which.
    """

    def __init__(self, object_id: str) -> None:
        super().__init__(f"object {object_id} is not there")
        self.object_id = object_id


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a tree.

    Attributes:
        mode: Six octal digits.
        kind: ``blob`` or ``commit``.
        id: Object id.
        size: Bytes of a blob; -1 where nobody asked for it or the blob is missing.
        path: From the top of the tree; bytes that are not UTF-8 stand as surrogates.
    """

    mode: str
    kind: str
    id: str
    size: int
    path: str


def open_repository(root: Path) -> Repo:
    """The repository at *root*, bare or with a work tree; its processes obey no configuration but its own.

    Args:
        root: The top of the work tree, or the bare repository itself.

    Raises:
        NoRepositoryError: There is none.
        OldGitError: Git is older than 2.39, whose merge-tree writes the tree that a merge would give.
    """
    try:
        repo = Repo(root.resolve(), search_parent_directories=False)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise NoRepositoryError(root) from error
    if git_version() < OLDEST_GIT:
        raise OldGitError(".".join(map(str, git_version())))
    git_dir = str(Path(repo.git_dir).resolve())
    # A hook hands down where *its* repository is; ours is named instead.
    here = {"GIT_DIR": git_dir, "GIT_INDEX_FILE": str(Path(git_dir, "index"))}
    if repo.working_tree_dir is not None:
        here["GIT_WORK_TREE"] = str(repo.working_tree_dir)
    repo.git.update_environment(**ENVIRONMENT, **here)
    return repo


class Objects:
    """The objects of one repository; a context manager, since it keeps the process that it asks.

    A process that stays remembers what it unpacked, and a request is packed as what differs from another one: asked of
    a new process every 256 files, ten thousand requests cost Git 3 s, asked of one 0.3 s.
    """

    def __init__(self, repo: Repo) -> None:
        self.repo = repo
        self._idle: list[Batch] = []
        # A Git before 2.44 does not know GIT_NO_LAZY_FETCH: whatever was left out on the way in must not be asked for.
        self._partial = any(Path(repo.common_dir, "objects", "pack").glob("*.promisor"))
        self._held: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what was kept."""
        while self._idle:
            self._idle.pop().close()

    def resolve(self, revision: str) -> str:
        """The id of the commit that *revision* names.

        Raises:
            UnknownRevisionError: No commit has that name.
        """
        try:
            found = self.repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitCommandError as error:
            raise UnknownRevisionError(revision) from error
        return str(found).strip()

    def entries(self, revision: str, *under: str, sizes: bool = False) -> Iterator[Entry]:
        """Everything but folders in the tree of *revision*, or in folders or files of it, in the order of Git.

        Args:
            revision: A commit or a tree.
            under: Paths without a final slash; none for all. What is not there gives nothing.
            sizes: Whether sizes are wanted, which costs a look at each blob.
        """
        words = ["-r", "-z", "--full-tree", *(["-l"] if sizes else []), revision, *(["--", *under] if under else [])]
        process = cast(Any, self.repo.git.ls_tree(*words, as_process=True))
        for line in _records(process.stdout):
            facts, _, path = line.partition(b"\t")
            mode, kind, identifier, *size = facts.decode("ascii").split()
            yield Entry(
                mode,
                kind,
                identifier,
                int(size[0]) if size and size[0].isdigit() else -1,
                path.decode("utf-8", "surrogateescape"),
            )
        process.wait()

    def blobs(self, ids: Iterable[str], limit: int | None = None) -> Iterator[bytes | None]:
        """The bytes of each blob in turn, at most *limit* of each; None where it is missing or is no blob.

        Whoever stops halfway leaves answers behind, so that process is not asked again.
        """
        batch = self._idle.pop() if self._idle else Batch(self.repo)
        try:
            for _ in range(batch.ask(one if self._is_here(one) else NOTHING for one in ids)):
                kind, data = batch.answer(limit)
                yield data if kind == "blob" else None
        except BaseException:
            batch.close()
            raise
        self._idle.append(batch)

    def raw(self, object_id: str, limit: int | None = None) -> tuple[str, bytes]:
        """Kind and bytes of one object.

        Raises:
            MissingObjectError: It is not there.
        """
        if not self._is_here(object_id):
            raise MissingObjectError(object_id)
        batch = self._idle.pop() if self._idle else Batch(self.repo)
        batch.ask([object_id])
        kind, data = batch.answer(limit)
        self._idle.append(batch)
        if data is None:
            raise MissingObjectError(object_id)
        return kind, data

    def blob(self, object_id: str, limit: int | None = None) -> bytes:
        """The bytes of one blob, at most *limit* of them.

        Raises:
            MissingObjectError: It is not there, or is no blob.
        """
        kind, data = self.raw(object_id, limit)
        if kind != "blob":
            raise MissingObjectError(object_id)
        return data

    def kind(self, object_id: str) -> str | None:
        """``blob``, ``tree``, ``commit`` or ``tag``; None where the repository has no such object."""
        try:
            return self.raw(object_id, 0)[0]
        except MissingObjectError:
            return None

    def _is_here(self, object_id: str) -> bool:
        """Whether Git may be asked for it; only a repository that left something out is looked through."""
        if not self._partial or object_id in self._held or not _ID.fullmatch(object_id):
            return True
        listed = self.repo.git.cat_file("--batch-all-objects", "--batch-check=%(objectname)", "--unordered", "--buffer")
        self._held = frozenset(str(listed).splitlines())
        return object_id in self._held


class ObjectTree(Mapping[str, bytes]):
    """The plain files of one revision, or of one folder of it, read when asked: a lazy `Tree`."""

    def __init__(self, objects: Objects, revision: str, *under: str, limit: int | None = None) -> None:
        self._objects = objects
        self._limit = limit
        self._entries = {entry.path: entry for entry in objects.entries(revision, *under) if entry.mode == "100644"}

    def __getitem__(self, path: str) -> bytes:
        return self._objects.blob(self._entries[path].id, self._limit)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, path: object) -> bool:
        return path in self._entries

    def id(self, path: str) -> str:
        """The object id of a file.

        Raises:
            KeyError: It is not there.
        """
        return self._entries[path].id


def _records(stream: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
