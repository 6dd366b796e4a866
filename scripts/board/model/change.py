"""A change that somebody proposes: what it would make of the base, and each commit on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from board.core.document import Document
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
        size: Bytes; 0 for what is no blob.
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
        paths: What it touches beside its first parent.
        foreign_parents: Parents of a merge that are on no line of the base, and were not made on the way either.
        merge: Whether it has more than one parent.
    """

    id: str
    email: str
    paths: tuple[str, ...]
    foreign_parents: tuple[str, ...] = ()
    merge: bool = False


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
