"""A change judged: what Git says, what stands around it, and what the rules find; it costs what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from board.adapters import changes
from board.adapters.objects import Objects
from board.adapters.snapshot import GitSnapshot
from board.cli.setting import context_of, schemas
from board.core.finding import Finding
from board.core.yaml import LIMIT
from board.jobs.auction import Sent
from board.jobs.check_change import Plan, Proposer, Surroundings, judge, names_terms, plan, touched_organizations
from board.jobs.check_tree import in_order
from board.jobs.reading import Content, read_board
from board.model.change import Change, Comparison, Nature
from board.model.procurement import Board

_RECORD = "opportunities"
_SETTINGS = (f"{_RECORD}/board.yml", f"{_RECORD}/policy.yml", f"{_RECORD}/terms", f"{_RECORD}/LICENSE.md")


class UnreadableBaseError(Exception):
    """The base holds no board, or settings or policy that cannot be read; nobody can be judged by it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with what was found.

    Attributes:
        nature: What it is.
        findings: In the order in which people read them.
        board: Of the base.
        head: Id of the commit that was judged.
        changes: What the merge would change.
        files: Paths of the changed files whose content was judged.
    """

    nature: Nature
    findings: tuple[Finding, ...]
    board: Board
    head: str
    changes: tuple[Change, ...] = ()
    files: frozenset[str] = frozenset()


def judged(
    root: Path,
    base: str,
    head: str,
    proposer: Proposer,
    now: datetime,
    *,
    rivals: bool = True,
    sent: Mapping[str, Sequence[Sent]] | None = None,
) -> Judged:
    """The change from *base* to *head*, judged as one that arrives now.

    Args:
        root: Of the repository.
        base: A revision.
        head: A revision.
        proposer: Who proposes it.
        now: Instant at which it arrives.
        rivals: Whether bids that lie on other branches are looked at; what is told to a supplier must not name them.
        sent: REF to what the proposer sent before, in the order of arrival; asked for auctions alone.

    Raises:
        NoRepositoryError: There is no repository.
        UnknownRevisionError: It has no such commit.
        ShallowHistoryError: History was cut off between the two.
        UnreadableBaseError: The base cannot be judged by.
    """
    with changes.borrowed(root) as objects:
        comparison = changes.compare(objects, base, head)
        above = _above(objects, comparison, touched_organizations(comparison))
        board = read_board(above, schemas())
        context = context_of(board, now, now)
        if context is None:
            raise UnreadableBaseError
        planned = plan(comparison, proposer, board, now.astimezone(context.zone).date())
        if planned.above:
            above = _above(objects, comparison, _organizations(objects, comparison.base))
        around = _around(objects, comparison, planned, above, planned.bids if rivals else ())
        around = around if sent is None else replace(around, sent=sent)
        findings = judge(comparison, proposer, planned, around, context, schemas())
        if planned.nature == "act" and planned.files:
            proven = _proven(objects, comparison)
            findings = in_order((*findings, *(finding for finding in proven if finding not in findings)))
        return Judged(planned.nature, findings, board, comparison.head, comparison.changes, frozenset(planned.files))


def _proven(objects: Objects, comparison: Comparison) -> Iterable[Finding]:
    # Loaded when an act is judged: who pushes a bid waits for every module that the host loads.
    from board.jobs.check_award import judge_awards, proposed_awards

    return judge_awards(GitSnapshot(objects), comparison, schemas()) if proposed_awards(comparison) else ()


def both(one: Judged, other: Judged) -> Judged:
    """The same change as two people's: it is what it is for the second, and what stands against either stands."""
    found = (*one.findings, *(finding for finding in other.findings if finding not in one.findings))
    return replace(other, findings=in_order(found))


def _around(
    objects: Objects, comparison: Comparison, planned: Plan, above: Mapping[str, bytes], rivals: Iterable[str]
) -> Surroundings:
    base = comparison.base
    folders = changes.files(objects, base, [f"{_RECORD}/{ref}" for ref in planned.refs])
    return Surroundings(
        above,
        _contents(folders),
        _contents(changes.contents(objects, planned.files)),
        tuple(path for folder in planned.folders for path in changes.listing(objects, base, folder)),
        {ref: _contents(changes.contents(objects, changes.bids_on_branches(objects, ref))) for ref in rivals},
        frozenset(version for version in planned.terms if _is_used(objects, base, version)),
    )


def _above(objects: Objects, comparison: Comparison, organizations: Iterable[str]) -> Mapping[str, bytes]:
    paths = (*_SETTINGS, *(f"{_RECORD}/{name}/organization.yml" for name in organizations))
    return {path: data for path, (_, data) in changes.files(objects, comparison.base, paths).items()}


def _organizations(objects: Objects, base: str) -> Iterable[str]:
    return (path.rpartition("/")[2] for path in changes.listing(objects, base, _RECORD))


def _is_used(objects: Objects, base: str, version: str) -> bool:
    """Whether an opportunity of the base is made under that version; reads those that hold its name at all."""
    found = changes.holding(objects, base, _RECORD, version)
    return names_terms(version, (data for data in objects.blobs(found, LIMIT) if data))


def _contents(read: Mapping[str, tuple[str, bytes]]) -> Mapping[str, Content]:
    return {path: Content(data, identifier) for path, (identifier, data) in read.items()}
