"""A change that somebody proposes: what it would make of the base, and each commit on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from board.core.document import Document
from board.model.opportunity import Opportunity
from board.model.organization import Organization
from board.model.procurement import FiledBid

# An act: the author holds a delegation for each organization it touches. Work: nothing under `opportunities/`.
# A bid: everything else. Mixed: both board files and others. Decided from the base, never from what the change brings.
Nature = Literal["act", "work", "bid", "mixed"]


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as Git knows it.

    Attributes:
        mode: Six octal digits: 100644 is a plain file.
        blob: Object id.
        size: Bytes; 0 for what is no blob; -1 where the repository was fetched without it, or nobody asked.
    """

    mode: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Change:
    """One path that differs.

    Attributes:
        path: With slashes; bytes that are not UTF-8 stand as surrogates.
        before: None where it is added.
        after: None where it is removed.
    """

    path: str
    before: FileState | None
    after: FileState | None


@dataclass(frozen=True, slots=True)
class CommitChange:
    """One commit between base and head.

    Attributes:
        id: Object id.
        email: Address of its author, as written there.
        paths: What it touches beside its parent; of a merge, what is as in none of its parents.
        foreign_parents: Of a merge, the parents that are neither on main nor the line it continues.
        merge: Whether it has more than one parent.
    """

    id: str
    email: str
    paths: tuple[str, ...]
    foreign_parents: tuple[str, ...] = ()
    merge: bool = False


@dataclass(frozen=True, slots=True)
class Excess:
    """Something of which a change brings more than is looked at.

    Attributes:
        kind: ``commits``, ``objects`` (files and folders in their every version), ``bytes`` or ``paths``.
        found: How many at least; counting stops soon after the limit.
        limit: How many are looked at.
    """

    kind: Literal["commits", "objects", "bytes", "paths"]
    found: int
    limit: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What Git says of a base and a head, before anybody asks who may do it.

    Attributes:
        base: Commit that the head is judged against.
        head: Commit that is proposed.
        related: Whether they have a common ancestor; without one nothing else is known.
        changes: The net change, against the tree that the merge would give.
        commits: From base to head, oldest first; the newest where there are too many.
        conflicts: Paths that Git cannot merge by itself.
        mergeable: Whether Git could merge at all; trees that no Git would write stop it.
        excess: What was not looked at to the end.
    """

    base: str
    head: str
    related: bool
    changes: tuple[Change, ...] = ()
    commits: tuple[CommitChange, ...] = ()
    conflicts: tuple[str, ...] = ()
    mergeable: bool = True
    excess: tuple[Excess, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that a rule of CHG looks at.

    Attributes:
        base: Commit that it is judged against.
        head: Commit that is proposed.
        author: Login of who proposes.
        author_id: Numeric id of the forge; empty where the login is a claim.
        nature: What it is.
        related: Whether base and head have a common ancestor.
        changes: The net change, against the tree that the merge would give.
        commits: Each commit from base to head, oldest first.
        siblings: Paths that stand at the base in the folders which the change touches.
        rivals: Bids on the same opportunity, on main and on branches; the author's own left out.
        organizations: Organizations of the base that the change touches.
        documents: Path to document, of each changed file of the record, as the merge would leave it.
        before: Path to document, of the same files at the base.
        bids: Bids that the change brings, as the merge would leave them.
        used_terms: Versions of the terms that an opportunity of the base names.
        requests: REF to request, as it stands at the base, of the procurements that the change touches.
        revised: REF to request, as the merge would leave it, of those that the change touches.
        conflicts: Paths that Git cannot merge by itself.
        mergeable: Whether Git could merge at all.
        excess: What was not looked at to the end, since it is more than a bid may bring.
    """

    base: str
    head: str
    author: str
    author_id: str
    nature: Nature
    related: bool
    changes: tuple[Change, ...]
    commits: tuple[CommitChange, ...]
    siblings: Sequence[str] = ()
    rivals: Sequence[FiledBid] = ()
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    before: Mapping[str, Document] = field(default_factory=dict)
    bids: Sequence[FiledBid] = ()
    used_terms: frozenset[str] = frozenset()
    requests: Mapping[str, Opportunity] = field(default_factory=dict)
    revised: Mapping[str, Opportunity] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    mergeable: bool = True
    excess: tuple[Excess, ...] = ()

    def added(self) -> Iterator[Change]:
        """The paths that stand in the head and not at the base."""
        return (change for change in self.changes if change.before is None)
