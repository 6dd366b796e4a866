"""A repository at one instant, as decisions and proofs read it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from git import Repo
from git.exc import GitCommandError

from board.adapters.objects import MissingObjectError, Objects, ObjectTree, UnknownRevisionError, open_repository
from board.adapters.process import run
from board.model.change import Change, FileState
from board.model.snapshot import Aside, Commit, Tag, Tree

RECORD = "opportunities"


class CorruptObjectError(Exception):
    """An object on the disk is not what its id says: somebody wrote over it.

    Attributes:
        object_id: Which.
    """

    def __init__(self, object_id: str) -> None:
        super().__init__(f"object {object_id} was written over: its bytes have another id; run git fsck")
        self.object_id = object_id


@contextmanager
def snapshot(root: Path) -> Iterator["GitSnapshot"]:
    """The repository at *root* as it is now.

    Raises:
        NoRepositoryError: There is none.
    """
    with Objects(open_repository(root)) as objects:
        yield GitSnapshot(objects)


class GitSnapshot:
    """Refs are read once; trees, commits and blobs when asked."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._repo: Repo = objects.repo
        self._refs = _refs(self._repo)

    @property
    def refs(self) -> Mapping[str, str]:
        """Full name of each ref to the object it names; ``HEAD`` too, where it names a commit."""
        return self._refs

    @property
    def shallow(self) -> bool:
        """Whether history was cut off."""
        return str(self._repo.git.rev_parse("--is-shallow-repository")).strip() == "true"

    def tree(self, revision: str) -> Tree:
        """The files of a commit."""
        return ObjectTree(self._objects, revision)

    def states(self, revision: str, under: str) -> Mapping[str, FileState]:
        """Mode and blob of each file under a folder of a commit; sizes are not read."""
        entries = self._objects.entries(revision, *([under] if under else []))
        return {entry.path: FileState(entry.mode, entry.id, -1) for entry in entries}

    def file(self, revision: str, path: str) -> bytes | None:
        """The bytes of whatever file stands at a path of a commit, a link too; None where none does."""
        try:
            kind, data = self._objects.raw(f"{revision}:{path}")
        except MissingObjectError:
            return None
        return data if kind == "blob" else None

    def commit(self, revision: str) -> Commit:
        """One commit.

        Raises:
            UnknownRevisionError: There is none.
            CorruptObjectError: It was written over.
        """
        identifier = revision if _is_id(revision) else self._objects.resolve(revision)
        kind, data = self._raw(identifier)
        if kind != "commit":
            raise UnknownRevisionError(revision)
        headers, message = _parsed(data)
        parents = tuple(value for name, value in headers if name == "parent")
        return Commit(identifier, dict(headers)["tree"], parents, message)

    def line(self, revision: str) -> Iterator[tuple[Commit, tuple[Change, ...]]]:
        """The first-parent line of a commit, oldest first, each with what it changes below `opportunities/`."""
        commits = [self.commit(revision)]
        while commits[-1].parents:
            commits.append(self.commit(commits[-1].parents[0]))
        commits.reverse()
        asked = "".join(f"{' '.join((commit.id, *commit.parents[:1]))}\n" for commit in commits)
        words = ("diff-tree", "--stdin", "--root", "--always", *_RAW, "--", RECORD)
        answers = _by_commit(run(self._repo, *words, stdin=asked.encode()).split(b"\0"))
        for commit, (identifier, changes) in zip(commits, answers, strict=True):
            if identifier != commit.id:
                raise CorruptObjectError(commit.id)
            yield commit, changes

    def aside(self, revision: str) -> Mapping[str, Aside]:
        """Id to commit, of all that lies behind a commit and not on its first-parent line."""
        rows = run(self._repo, "rev-list", "--parents", revision, "--").decode("ascii").splitlines()
        parents = {identifier: tuple(behind) for identifier, *behind in map(str.split, rows)}
        at = next(iter(parents))
        while found := parents.pop(at):
            at = found[0]
        words = ("diff-tree", "--stdin", "--root", "--always", "-c", *_RAW, "--", RECORD)
        answers = _brought(run(self._repo, *words, stdin="".join(f"{one}\n" for one in parents).encode()).split(b"\0"))
        return {one: Aside(behind, tuple(answers.get(one, ()))) for one, behind in parents.items()}

    def changes(self, before: str, after: str, under: str) -> tuple[Change, ...]:
        """What differs between two commits in a folder, or at a path, empty for all; sizes are not read."""
        answer = run(self._repo, "diff-tree", *_RAW, before, after, "--", *([under] if under else []))
        return tuple(_changes(iter(answer.split(b"\0"))))

    def reachable(self, ancestor: str, revision: str) -> bool:
        """Whether *ancestor* is *revision* or lies behind it."""
        try:
            self._repo.git.merge_base("--is-ancestor", ancestor, revision)
        except GitCommandError as error:
            if error.status == 1:
                return False
            raise
        return True

    def has(self, object_id: str) -> bool:
        """Whether the repository holds that object."""
        return self._objects.kind(object_id) is not None

    def blob(self, object_id: str) -> bytes:
        """The bytes of a blob.

        Raises:
            MissingObjectError: It is not there, or is no blob.
            CorruptObjectError: It was written over.
        """
        kind, data = self._raw(object_id)
        if kind != "blob":
            raise MissingObjectError(object_id)
        return data

    def tag(self, name: str) -> Tag | None:
        """The tag of that name, given without ``refs/tags/``; None where there is none."""
        target = self._refs.get(f"refs/tags/{name}")
        if target is None:
            return None
        kind, data = self._raw(target)
        if kind != "tag":
            return Tag(target, "", "")
        headers, message = _parsed(data)
        facts = dict(headers)
        return Tag(facts["object"], facts["tag"], message)

    def _raw(self, object_id: str) -> tuple[str, bytes]:
        kind, data = self._objects.raw(object_id)
        # `git cat-file` believes whatever stands in a loose object.
        digest = hashlib.sha1(f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False)
        if digest.hexdigest() != object_id:
            raise CorruptObjectError(object_id)
        return kind, data


_RAW = ("-r", "-z", "--raw", "--no-abbrev", "--no-renames")


def _refs(repo: Repo) -> dict[str, str]:
    listed = run(repo, "for-each-ref", "--format=%(HEAD)%(objectname) %(refname)").decode("utf-8", "surrogateescape")
    refs: dict[str, str] = {}
    checked_out = ""
    for line in listed.splitlines():
        identifier, _, name = line[1:].partition(" ")
        refs[name] = identifier
        if line[0] == "*":
            checked_out = identifier
    try:
        refs["HEAD"] = checked_out or str(repo.git.rev_parse("--verify", "--quiet", "HEAD^{commit}")).strip()
    except GitCommandError:
        return refs  # a branch that has no commit yet
    return refs


def _is_id(revision: str) -> bool:
    return len(revision) == 40 and all(c in "0123456789abcdef" for c in revision)


def _parsed(data: bytes) -> tuple[list[tuple[str, str]], str]:
    """Headers and message of a commit or tag; the message without its final line break."""
    head, _, message = data.decode("utf-8", "surrogateescape").partition("\n\n")
    headers = [(name, value) for name, _, value in (line.partition(" ") for line in head.split("\n")) if name]
    return headers, message.removesuffix("\n")


def _by_commit(records: Iterable[bytes]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Each commit of `diff-tree --stdin` with its changes: its id, then pairs of facts and path."""
    identifier, changes = "", []
    waiting = iter(records)
    for record in waiting:
        if record.startswith(b":"):
            changes.append(_change(record, next(waiting)))
        elif record:
            if identifier:
                yield identifier, tuple(changes)
            identifier, changes = record.decode("ascii").strip(), []
    if identifier:
        yield identifier, tuple(changes)


def _brought(records: Iterable[bytes]) -> dict[str, list[str]]:
    """Paths of each commit of `diff-tree --stdin -c`, without what it removes: as many colons as it has parents."""
    brought: dict[str, list[str]] = {}
    waiting = iter(records)
    for record in waiting:
        if record.startswith(b":"):
            path, status = next(waiting), record.rpartition(b" ")[2]
            if status.strip(b"D"):
                brought[next(reversed(brought))].append(path.decode("utf-8", "surrogateescape"))
        elif record:
            brought[record.decode("ascii").strip()] = []
    return brought


def _changes(records: Iterator[bytes]) -> Iterator[Change]:
    for record in records:
        if record:
            yield _change(record, next(records))


def _change(facts: bytes, path: bytes) -> Change:
    """One record of `--raw`: ``:100644 100644 <id> <id> M``."""
    mode_before, mode_after, before, after, _ = facts.decode("ascii").removeprefix(":").split(" ")
    return Change(path.decode("utf-8", "surrogateescape"), _state(mode_before, before), _state(mode_after, after))


def _state(mode: str, identifier: str) -> FileState | None:
    return None if mode == "000000" else FileState(mode, identifier, -1)
