"""What history shows of the record: the steps of main, and each award beside what it follows from."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Literal

from board.model.award import Award
from board.model.change import Change
from board.model.opportunity import Opportunity
from board.model.reference import WITH_OUTCOME, award_path, bid_path, place_of
from board.model.snapshot import Commit, Tag

# How an award reached main. `award`: its own commit is a step of main, by `award` or as a fast-forward. `merge`: a
# forge merged it, and it lies directly under the step. `loose`: neither; the file came some other way.
Way = Literal["award", "merge", "loose"]


@dataclass(frozen=True, slots=True)
class Revision:
    """A request, or the key beside it, that stood on main and stands otherwise after a step.

    Attributes:
        path: Of the file.
        before: The request that stood there; None for a key, and for what cannot be read.
        after: The request that the step leaves; None for a key, and where it leaves none that can be read.
        over: Whether an award, an end or a closing stands beside it.
    """

    path: str
    before: Opportunity | None
    after: Opportunity | None
    over: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of main's first-parent line.

    Attributes:
        commit: The commit.
        changes: Between its first parent and it, below `opportunities/`.
        whole: Between its first parent and it, anywhere; only where it brings an award in one of the two ways.
        under: Its second parent, where it is a merge of two.
        under_changes: Between the first parent of `under` and `under`, anywhere; only where the award lies there.
        awards: REF and login of each award whose file the step adds.
        way: How these awards came.
        specimens: Organizations whose records are examples: marked as specimens before the step, or brought by it, and
            to the end of main.
        standing: Path to blob id as it was first written, of what the step changes although it is never edited.
        aside: Commit and path of each file below `opportunities/` that comes to main with the step by a commit that
            is not on the first-parent line.
        revisions: Of requests and keys, beside the first parent, and beside another that brings such a file.
    """

    commit: Commit
    changes: tuple[Change, ...]
    whole: tuple[Change, ...]
    under: Commit | None
    under_changes: tuple[Change, ...]
    awards: tuple[tuple[str, str], ...]
    way: Way
    specimens: frozenset[str]
    standing: Mapping[str, str]
    aside: tuple[tuple[str, str], ...] = ()
    revisions: tuple[Revision, ...] = ()

    @property
    def award_commit(self) -> Commit:
        """The commit that holds message and parents of the award."""
        return self.under if self.way == "merge" and self.under else self.commit


@dataclass(frozen=True, slots=True)
class ClosingProof:
    """What an outcome rests on, beside what log, tag and filed bids say of it.

    Attributes:
        path: Where `closing.yml` stands.
        tagged: Whether the tag of the closing is there.
        same: Whether the tag holds the very file.
        asked: Whether main still asks what was asked at the closing, up to the same instant.
        logged: Whether the log ends, at the parent of the tag, with the last line that the file names, and still has
            it.
        untold: Logins of bids of record that do not follow from their line of the log.
        changed: Logins of bids of record that are not in the tag as the file lists them.
        left_out: Lines of the log of which the closing says nothing true.
        overtaken: Logins of whom something else stands than what the closing says.
        openings: Paths of openings that are not what was promised with the filed bid.
        missing: Names of files with the offers of bids that were opened which are not there, or not as promised.
        miscounted: Whether the evaluation counts other bids as opened than the log listed at the opening.
        evaluation: Whether `evaluation.yml` is what the log names; also where there is none.
        draw: Whether `draw.yml` follows from log and openings; also where there is none.
        rulings: Whether `rulings.yml` follows from the log, in the tag and on main; also where there is none.
    """

    path: str
    tagged: bool
    same: bool = True
    asked: bool = True
    logged: bool = True
    untold: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()
    overtaken: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    miscounted: bool = False
    evaluation: bool = True
    draw: bool = True
    rulings: bool = True


@dataclass(frozen=True, slots=True)
class EndProof:
    """An end without an award as it stands in history, beside what it follows from.

    Attributes:
        ref: Of the opportunity.
        closing: What came with it.
    """

    ref: str
    closing: ClosingProof


@dataclass(frozen=True, slots=True)
class Proof:
    """One award as it stands in history, beside what it follows from.

    Attributes:
        path: Where `award.yml` stands.
        award: As the file says.
        canonical: Whether the file is, to the byte, what the board writes for these values.
        expected: The same award recomputed from request, bids and policy, with the officer and instant of the file;
            None where request or bid cannot be read.
        bid_blob: Id of the bid in the tree of the award; empty where there is none.
        bid_sha256: Of its bytes; empty where there is none.
        head_blob: Id of the bid in the commit of its supplier; empty where that commit has none, or is not merged.
        merged: Whether the commit of the supplier is a parent of the award.
        commit: The commit of the award.
        message: What its message has to be.
        tag: Its tag; None where there is none.
        tag_name: What the tag has to be called.
        tag_message: What the message of the tag has to be.
        closing: What it rests on; None where there is no closing.
    """

    path: str
    award: Award
    canonical: bool
    expected: Award | None
    bid_blob: str
    bid_sha256: str
    head_blob: str
    merged: bool
    commit: Commit
    message: str
    tag: Tag | None
    tag_name: str
    tag_message: str
    closing: ClosingProof | None = None


@dataclass(frozen=True, slots=True)
class Clone:
    """A repository as a whole.

    Attributes:
        shallow: Whether its history was cut off.
        stray_tags: Tags of awards, without ``refs/tags/``, that no award on main has.
        broken: The first line of its log that does not follow from the one before; 0 where it is whole.
    """

    shallow: bool
    stray_tags: tuple[str, ...]
    broken: int = 0


def made_elsewhere(step: Step) -> tuple[str, ...]:
    """Paths that a step changes although neither its award nor that award's own commit brings them, in order."""
    allowed = {path for award in step.awards for path in (award_path(*award), bid_path(*award))}
    allowed |= {change.path for change in step.changes if _with_outcome(change, {ref for ref, _ in step.awards})}
    brought = {change.path: change.after for change in step.under_changes}
    foreign = {change.path for change in step.whole if change.path not in allowed}
    if step.way == "merge":
        # The merge may do no more, no less and nothing else than the commit that it merges.
        done = {change.path: change.after for change in step.whole}
        foreign |= {path for path in done.keys() | brought.keys() if done.get(path) != brought.get(path)}
    return tuple(sorted(foreign))


def _with_outcome(change: Change, refs: Container[str]) -> bool:
    """Whether a path enters main with an outcome of one of these procurements, and is new there."""
    place = place_of(change.path)
    return place is not None and place.kind in WITH_OUTCOME and place.ref in refs and change.before is None
