"""Judge a change: what it is, then what rules of changes find, then what the rules of its files find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from board.core import yaml
from board.core.document import Document
from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs.auction import Sent, stood
from board.jobs.check_tree import among, at_rest, in_order, judge_bid, judge_board, judge_document, judge_procurement
from board.jobs.reading import Content, is_above, procurement_of, read_bid, read_board, read_procurement, unknown_file
from board.model.change import Change, ChangeSet, Comparison, Nature
from board.model.context import Context
from board.model.procurement import Board, FiledBid, Procurement
from board.model.reference import bid_path, limit_of, opportunity_path, place_of
from board.rules import CHG
from board.rules.run import in_documents, run
from board.state.authority import for_roots_only, nature, organization_of

_RECORD = "opportunities/"

# A bid is one file; where a change brings more, a rule refuses it, and these are judged beside it.
_MOST_BIDS = 10


@dataclass(frozen=True, slots=True)
class Proposer:
    """Who proposes a change.

    Attributes:
        login: Lower case.
        id: Numeric id of the forge, such as ``github:900012``; empty where the login is a claim.
    """

    login: str
    id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change is, and what has to be read to judge it; nothing else is.

    Attributes:
        nature: What it is.
        files: Path to object id of the changed files whose content counts.
        refs: Procurements whose folder is read as it stands at the base.
        folders: Folders whose names are listed.
        bids: REF of each procurement whose other bids are looked at.
        terms: Versions of the terms that are touched.
        above: Whether everything above the procurements is needed, or only what the change stands on.
    """

    nature: Nature
    files: Mapping[str, str] = field(default_factory=dict)
    refs: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    bids: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    above: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a change; what its plan does not name may be left out.

    Attributes:
        above: Path to bytes, of the files above the procurements, at the base.
        folders: Path to content, of the procurements that are touched, at the base.
        files: Path to content, of the changed files, as the merge would leave them.
        siblings: What stands in the listed folders at the base.
        branches: REF to login to content, of bids that lie on branches.
        used_terms: Versions of the terms that an opportunity of the base names.
        sent: REF to what the proposer sent before, in the order of arrival; asked for auctions alone.
    """

    above: Mapping[str, bytes]
    folders: Mapping[str, Content]
    files: Mapping[str, Content]
    siblings: tuple[str, ...] = ()
    branches: Mapping[str, Mapping[str, Content]] = field(default_factory=dict)
    used_terms: frozenset[str] = frozenset()
    sent: Mapping[str, Sequence[Sent]] = field(default_factory=dict)


def touched_organizations(comparison: Comparison) -> tuple[str, ...]:
    """The folders of the organizations that a change touches, each once."""
    found = (organization_of(change.path) for change in comparison.changes)
    return tuple(dict.fromkeys(name for name in found if name))


def plan(comparison: Comparison, proposer: Proposer, board: Board, on: date) -> Plan:
    """What a change is, as the board of the base has it, and what to read.

    Args:
        comparison: What Git says.
        proposer: Who proposes it.
        board: Of the base: its settings, and at least the organizations that are touched.
        on: The day that delegations are asked about.
    """
    if not comparison.related or not comparison.mergeable:
        return Plan("bid")
    paths = [change.path for change in comparison.changes]
    roots = board.settings.roots if board.settings else ()
    is_a = nature(paths, proposer.login, proposer.id, roots, board.organizations, on)
    if is_a in ("work", "mixed") or comparison.conflicts or any(e.kind == "paths" for e in comparison.excess):
        return Plan(is_a)
    counted = [c for c in comparison.changes if is_a == "act" or _own_bid(c.path, proposer.login)]
    if is_a == "bid":
        counted = counted[:_MOST_BIDS]
    files = {c.path: c.after.blob for c in counted if c.after and _readable(c)}
    refs = dict.fromkeys(ref for change in counted if (ref := procurement_of(change.path)))
    places = [place for change in counted if (place := place_of(change.path))]
    return Plan(
        is_a,
        files,
        tuple(refs),
        tuple(dict.fromkeys(folder for c in counted if c.before is None for folder in _folders(c.path, is_a))),
        tuple(dict.fromkeys(place.ref for place in places if place.kind == "bid")),
        tuple(dict.fromkeys(place.version for place in places if place.version)),
        any(for_roots_only(change.path) for change in counted),
    )


def change_set(
    comparison: Comparison, proposer: Proposer, planned: Plan, around: Surroundings, schemas: Schemas
) -> tuple[ChangeSet, Board, Mapping[str, Procurement]]:
    """Everything that a rule of CHG looks at, and the board and procurements that the merge would leave."""
    base = read_board(around.above, schemas)
    left = {**around.above, **{path: content.data for path, content in around.files.items() if is_above(path)}}
    removed = {change.path for change in comparison.changes if change.after is None and planned.nature == "act"}
    board = read_board({path: data for path, data in left.items() if path not in removed}, schemas)
    stood = {ref: read_procurement(ref, _inside(ref, around.folders), base, schemas) for ref in planned.refs}
    kept = {path: content for path, content in around.folders.items() if path not in removed}
    files = {**kept, **around.files}
    leaves = {ref: read_procurement(ref, _inside(ref, files), board, schemas) for ref in planned.refs}
    documents = _documents(around.files, board, leaves)
    request = {ref: found.opportunity for ref, found in stood.items() if found.opportunity}
    changed = {ref for ref in leaves if opportunity_path(ref) in around.files}
    made = ChangeSet(
        comparison.base,
        comparison.head,
        proposer.login,
        proposer.id,
        planned.nature,
        comparison.related,
        comparison.changes,
        comparison.commits,
        siblings=around.siblings,
        rivals=tuple(_rivals(proposer.login, planned.bids, stood, around.branches, schemas)),
        organizations=base.organizations,
        documents=documents,
        before={path: doc for found in stood.values() for path, doc in found.documents.items() if path in documents},
        bids=tuple(_brought(around.files, leaves)),
        used_terms=around.used_terms,
        requests=request,
        revised={ref: found.opportunity for ref, found in leaves.items() if found.opportunity and ref in changed},
        conflicts=comparison.conflicts,
        mergeable=comparison.mergeable,
        excess=comparison.excess,
    )
    return made, board, leaves


def judge(
    comparison: Comparison,
    proposer: Proposer,
    planned: Plan,
    around: Surroundings,
    context: Context,
    schemas: Schemas,
) -> tuple[Finding, ...]:
    """The findings on a change, in the order in which people read them.

    Args:
        comparison: What Git says.
        proposer: Who proposes it.
        planned: What it is.
        around: What was read.
        context: Of the base; `received` is when the change arrived.
        schemas: Of the program.
    """
    subject, board, leaves = change_set(comparison, proposer, planned, around, schemas)
    places = in_documents(subject.documents.values())
    found = list(run(CHG, subject, context, meant(comparison, proposer), places))
    for filed in subject.bids if planned.nature == "bid" else ():
        found += judge_document(filed.document)
        procurement = _of(filed, leaves)
        earlier = stood(procurement, filed.login, around.sent, context, schemas)
        found += judge_bid(procurement, filed.login, context, changes=True, earlier=earlier)
    if planned.nature == "act":
        found += _acts(subject, board, leaves, context)
    return in_order(found)


def meant(comparison: Comparison, proposer: Proposer) -> str:
    """The path at which a finding on a change as a whole is shown: its bid, else the first that it touches."""
    paths = [change.path for change in comparison.changes]
    own = (path for path in paths if _own_bid(path, proposer.login))
    return next(own, next(iter(paths), _RECORD.rstrip("/")))


def names_terms(version: str, candidates: Iterable[bytes]) -> bool:
    """Whether one of these requests is made under that version of the terms."""
    for data in candidates:
        value = yaml.load("", data).value
        if isinstance(value, dict) and value.get("terms") == version:
            return True
    return False


def _acts(subject: ChangeSet, board: Board, leaves: Mapping[str, Procurement], context: Context) -> Iterator[Finding]:
    """What an act leaves: its own files are judged as what is new, everything beside them as what has lain there."""
    paths = tuple(change.path for change in subject.changes)
    if any(map(for_roots_only, paths)):
        # A root may give the board another policy, and what it then holds must be right by that one.
        after = replace(context, policy=board.policy or context.policy, settings=board.settings or context.settings)
        yield from _new_and_old(
            judge_board(board, after, changes=True), judge_board(board, after, changes=False), paths
        )
    for procurement in leaves.values():
        # Where nothing is left, all of it is removed, which a rule of CHG judges.
        if procurement.documents:
            # A bid does not arrive with its award: it lay on a branch, and was judged there.
            arrived = at_rest(context) if _awards(subject, procurement.ref) else context
            judged = judge_procurement(procurement, arrived, changes=True)
            rested = judge_procurement(procurement, at_rest(context), changes=False)
            yield from _new_and_old(judged, rested, paths)
    for path, document in subject.documents.items():
        if procurement_of(path) is None and place_of(path) is None:
            yield from judge_document(document)


def _awards(subject: ChangeSet, ref: str) -> bool:
    places = (place_of(change.path) for change in subject.added())
    return any(place is not None and (place.kind, place.ref) == ("award", ref) for place in places)


def _new_and_old(new: Iterable[Finding], old: Iterable[Finding], paths: Sequence[str]) -> Iterator[Finding]:
    yield from among(new, paths)
    brought = set(paths)
    yield from (finding for finding in old if finding.path not in brought)


def _own_bid(path: str, login: str) -> bool:
    place = place_of(path)
    return place is not None and place.kind == "bid" and place.login == login


def _readable(change: Change) -> bool:
    after = change.after
    return after is not None and after.mode == "100644" and 0 <= after.size <= limit_of(change.path)


def _folders(path: str, is_a: Nature) -> Iterator[str]:
    """The folders in which a name may be new; a bid stands in the folder of bids, or it answers nothing."""
    parts = path.split("/")
    for depth in range(len(parts) - 1 if is_a == "bid" else 1, len(parts)):
        yield "/".join(parts[:depth])


def _inside(ref: str, files: Mapping[str, Content]) -> Mapping[str, Content]:
    return {path: content for path, content in files.items() if procurement_of(path) == ref}


def _documents(files: Mapping[str, Content], board: Board, leaves: Mapping[str, Procurement]) -> Mapping[str, Document]:
    """Path to document of each changed file; terms and licence hold no values and have none."""
    known = {path: doc for found in leaves.values() for path, doc in found.documents.items()} | dict(board.documents)
    strays = {path: unknown_file(path) for path in files if place_of(path) is None}
    return {path: known.get(path) or strays[path] for path in files if path in known or path in strays}


def _brought(files: Mapping[str, Content], leaves: Mapping[str, Procurement]) -> Iterator[FiledBid]:
    for ref, procurement in leaves.items():
        for login, filed in procurement.bids.items():
            if bid_path(ref, login) in files:
                yield filed


def _rivals(
    login: str,
    refs: Sequence[str],
    stood: Mapping[str, Procurement],
    branches: Mapping[str, Mapping[str, Content]],
    schemas: Schemas,
) -> Iterator[FiledBid]:
    for ref in refs:
        on_main = stood[ref].bids
        yield from (filed for other, filed in on_main.items() if other != login)
        for other, content in branches.get(ref, {}).items():
            if other != login and other not in on_main:
                yield read_bid(other, bid_path(ref, other), content, schemas)


def _of(filed: FiledBid, leaves: Mapping[str, Procurement]) -> Procurement:
    return next(found for found in leaves.values() if filed.path in found.documents)
