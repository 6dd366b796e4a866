"""A repository in memory, as decisions and proofs see one: quick, and as wrong as a test wants it."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from board.core.finding import Finding
from board.model.change import Change, FileState
from board.model.snapshot import MAIN, Aside, Commit, Decide, Edit, Move, NewCommit, Nothing, Tag, Written

Files = dict[str, bytes]


def blob_id(data: bytes) -> str:
    """The id that Git gives a blob."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass
class Memory:
    """Commits, refs and tags; a snapshot of itself.

    Attributes:
        shallow: Whether it says that history was cut off.
        hidden: Blobs that it does not have, although trees name them.
    """

    shallow: bool = False
    hidden: set[str] = field(default_factory=set)
    _commits: dict[str, tuple[Commit, Files]] = field(default_factory=dict)
    _refs: dict[str, str] = field(default_factory=dict)
    _tags: dict[str, Tag] = field(default_factory=dict)
    _blobs: dict[str, bytes] = field(default_factory=dict)

    @property
    def refs(self) -> Mapping[str, str]:
        """Full name of each ref to the object it names."""
        return {**self._refs, **{f"refs/tags/{name}": tag.target for name, tag in self._tags.items()}}

    def tree(self, revision: str) -> Files:
        """The files of a commit."""
        return dict(self._commits[self._id(revision)][1])

    def states(self, revision: str, under: str) -> Mapping[str, FileState]:
        """Mode and blob of each file at or below a path."""
        files = self.tree(revision)
        return {p: _state(d) for p, d in sorted(files.items()) if not under or p == under or p.startswith(f"{under}/")}

    def file(self, revision: str, path: str) -> bytes | None:
        """The bytes of the file at a path; None where none stands there."""
        return self.tree(revision).get(path)

    def commit(self, revision: str) -> Commit:
        """One commit."""
        return self._commits[self._id(revision)][0]

    def line(self, revision: str) -> Iterator[tuple[Commit, tuple[Change, ...]]]:
        """The first-parent line, oldest first."""
        line = [self.commit(revision)]
        while line[-1].parents:
            line.append(self.commit(line[-1].parents[0]))
        for commit in reversed(line):
            yield commit, self.changes(commit.parents[0] if commit.parents else "", commit.id, "opportunities")

    def aside(self, revision: str) -> Mapping[str, Aside]:
        """What lies behind other parents than the first."""
        line = {commit.id for commit, _ in self.line(revision)}
        found: dict[str, Aside] = {}
        waiting = [revision]
        while waiting:
            commit = self.commit(waiting.pop())
            waiting += [parent for parent in commit.parents if parent not in found]
            if commit.id not in line:
                sides = [self.changes(parent, commit.id, "opportunities") for parent in commit.parents or ("",)]
                brings = set.intersection(*({change.path for change in side if change.after} for side in sides))
                found[commit.id] = Aside(commit.parents, tuple(sorted(brings)))
        return found

    def changes(self, before: str, after: str, under: str) -> tuple[Change, ...]:
        """What differs at or below a path."""
        old, new = self.tree(before) if before else {}, self.tree(after)
        paths = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
        return tuple(
            Change(path, _state(old[path]) if path in old else None, _state(new[path]) if path in new else None)
            for path in paths
            if not under or path == under or path.startswith(f"{under}/")
        )

    def reachable(self, ancestor: str, revision: str) -> bool:
        """Whether *ancestor* is *revision* or lies behind it."""
        waiting = [self._id(revision)]
        while waiting:
            one = waiting.pop()
            if one == ancestor:
                return True
            waiting += self.commit(one).parents
        return False

    def has(self, object_id: str) -> bool:
        """Whether a blob or commit is there."""
        return object_id not in self.hidden and (object_id in self._blobs or object_id in self._commits)

    def blob(self, object_id: str) -> bytes:
        """The bytes of a blob."""
        if object_id in self.hidden:
            raise KeyError(object_id)
        return self._blobs[object_id]

    def tag(self, name: str) -> Tag | None:
        """One tag; None where there is none."""
        return self._tags.get(name)

    def put(self, files: Files, parents: Sequence[str] = (), message: str = "A change", branch: str = MAIN) -> str:
        """The id of a new commit with these files, to which *branch* moves; empty for no branch."""
        tree = hashlib.sha1(repr(sorted(files.items())).encode(), usedforsecurity=False).hexdigest()
        told = repr((tree, tuple(parents), message)).encode()
        made = hashlib.sha1(told, usedforsecurity=False).hexdigest()
        self._commits[made] = (Commit(made, tree, tuple(parents), message), dict(files))
        self._blobs |= {blob_id(data): data for data in files.values()}
        if branch:
            self._refs[branch] = made
        return made

    def set_tag(self, name: str, tag: Tag | None) -> None:
        """Make, move or remove a tag."""
        self._tags.pop(name, None)
        if tag:
            self._tags[name] = tag

    def keep(self, ref: str, commit: str) -> None:
        """Let a ref name a commit that is there."""
        self._refs[ref] = commit

    def remove(self, ref: str) -> None:
        """Remove a branch."""
        del self._refs[ref]

    def act(self, decide: Decide) -> Written | Nothing | tuple[Finding, ...]:
        """What `adapters.repository.act` does, without a disk."""
        edit = decide(self)
        if not isinstance(edit, Edit):
            return edit
        for move in edit.before:
            self._move(move)
        made = tuple(self._make(new) for new in edit.commits)
        for move in edit.after:
            self._move(move)
        for tag in edit.tags:
            assert tag.name not in self._tags
            self._tags[tag.name] = Tag(tag.target or made[0], tag.name, tag.message)
        return Written(made, tuple(tag.name for tag in edit.tags))

    def _make(self, new: NewCommit) -> str:
        if new.branch:
            assert self._refs.get(new.branch, "") == new.old
        files = self.tree(new.parents[0]) if new.parents and not new.alone else {}
        files |= {path: self._blobs[blob] for path, blob in new.blobs.items()}
        files |= {path: data for path, data in new.files.items() if data is not None}
        return self.put(files, new.parents, new.message, new.branch)

    def _move(self, move: Move) -> None:
        assert self._refs.get(move.ref, "") == move.old
        self._refs.pop(move.ref, None)
        if move.new:
            self._refs[move.ref] = move.new

    def _id(self, revision: str) -> str:
        return self._refs.get(revision, revision)


def _state(data: bytes) -> FileState:
    return FileState("100644", blob_id(data), -1)
