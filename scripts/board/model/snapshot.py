"""What an act reads and what it wants written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeAlias

from board.core.finding import Finding
from board.model.change import Change, FileState

# A mapping of repository path to file content, of one revision, read when asked; a `dict` is a tree in a test.
Tree: TypeAlias = Mapping[str, bytes]

MAIN = "refs/heads/main"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, as far as a decision may read it: never its dates.

    Attributes:
        id: Object id.
        tree: Object id of its tree.
        parents: First parent first.
        message: Without the final line break.
    """

    id: str
    tree: str
    parents: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A commit that came to a line by another than the first parent of a merge.

    Attributes:
        parents: Ids.
        brings: Paths below `opportunities/` of files that stand there otherwise than in each of its parents.
    """

    parents: tuple[str, ...]
    brings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A ref below ``refs/tags/``.

    Attributes:
        target: Id of the object that it names in the end.
        name: What an annotated tag calls itself; empty for a lightweight one.
        message: Without the final line break; empty for a lightweight one.
    """

    target: str
    name: str
    message: str


class Snapshot(Protocol):
    """Refs and trees at one instant; what is not asked for is not read."""

    @property
    def refs(self) -> Mapping[str, str]:
        """Full name of each branch and tag to the object it names; ``HEAD`` too, where it names a commit."""
        ...

    @property
    def shallow(self) -> bool:
        """Whether history was cut off."""
        ...

    def tree(self, revision: str) -> Tree:
        """The files of a commit."""
        ...

    def states(self, revision: str, under: str) -> Mapping[str, FileState]:
        """Mode and blob of each file in a folder of a commit, or at a path, empty for all; sizes are not read."""
        ...

    def file(self, revision: str, path: str) -> bytes | None:
        """The bytes of whatever file stands at a path of a commit, a link too; None where none does."""
        ...

    def commit(self, revision: str) -> Commit:
        """One commit."""
        ...

    def line(self, revision: str) -> Iterator[tuple[Commit, tuple[Change, ...]]]:
        """The first-parent line of a commit, oldest first, each with what it changes below `opportunities/`."""
        ...

    def aside(self, revision: str) -> Mapping[str, Aside]:
        """Id to commit, of all that lies behind a commit and not on its first-parent line."""
        ...

    def changes(self, before: str, after: str, under: str) -> tuple[Change, ...]:
        """What differs between two commits in a folder, or at a path, empty for all; sizes are not read."""
        ...

    def reachable(self, ancestor: str, revision: str) -> bool:
        """Whether *ancestor* is *revision* or lies behind it."""
        ...

    def has(self, object_id: str) -> bool:
        """Whether the repository holds that object."""
        ...

    def blob(self, object_id: str) -> bytes:
        """The bytes of a blob."""
        ...

    def tag(self, name: str) -> Tag | None:
        """The tag of that name, given without ``refs/tags/``; None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class NewCommit:
    """A commit that an act wants.

    Attributes:
        branch: Full name of the ref that moves to it; empty where a tag alone names it.
        old: What that ref is now; empty where it must not exist.
        parents: First parent first.
        message: Without a final line break.
        files: Path to content; None removes.
        blobs: Path to the id of a blob that is already there, taken over as it is.
        alone: Whether its tree holds these files alone; else the tree is the first parent's with them.
    """

    branch: str
    old: str
    parents: tuple[str, ...]
    message: str
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    blobs: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False


@dataclass(frozen=True, slots=True)
class NewTag:
    """An annotated tag that an act wants.

    Attributes:
        name: Without ``refs/tags/``.
        message: Text.
        target: Commit; empty for the first one that the same edit makes.
    """

    name: str
    message: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A ref that is to name something that is already there.

    Attributes:
        ref: Full name.
        old: What it is now; empty where it must not exist.
        new: Object; empty where the ref goes.
    """

    ref: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What an act wants written: refs move in one transaction, in the order of `before`, `commits`, `after`, `tags`.

    Killed between two of them, whatever stands earlier in that order tells what is missing later.

    Attributes:
        author: Login of who acts.
        at: Instant of the act, written into commits and tags.
        commits: Each on a branch of its own.
        tags: Tags to make, none of which may exist.
        before: Refs that move ahead of the branches.
        after: Refs that follow them.
    """

    author: str
    at: datetime
    commits: tuple[NewCommit, ...] = ()
    tags: tuple[NewTag, ...] = ()
    before: tuple[Move, ...] = ()
    after: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """Everything that the act wants is there already."""


# What a decision gives: what to write, that nothing is missing, or why not.
Outcome: TypeAlias = "Edit | Nothing | tuple[Finding, ...]"

Decide: TypeAlias = Callable[[Snapshot], Outcome]


@dataclass(frozen=True, slots=True)
class Written:
    """What an act wrote.

    Attributes:
        commits: Ids of the new commits, in the order of the edit.
        tags: Names of new tags.
    """

    commits: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def commit(self) -> str:
        """Id of the first new commit; empty where none was missing."""
        return next(iter(self.commits), "")
