"""Say how the bids stand by the published method, and why: nothing is written, and nothing is decided."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import NOTHING, Changed, Ground, ground
from board.jobs.auction import is_auction, of_record
from board.jobs.closed import Closed, closed_by
from board.jobs.composing import ranking_of
from board.jobs.coursing import log_or_fault
from board.jobs.dossier import Folder
from board.jobs.held_back import as_published, held
from board.jobs.of_record import INSIDER, by_insider
from board.jobs.received import Source, branches, judged, received
from board.jobs.tagged import tagged
from board.model.arrivals import Openings
from board.model.award import JudgedBid
from board.model.bid import Bid
from board.model.course import Asked, Course
from board.model.evaluation import Evaluation
from board.model.log import Line
from board.model.reference import bid_path
from board.model.snapshot import Snapshot
from board.state.arrivals import arrivals
from board.state.ranking import Ranking, requires_draw


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for.

    Attributes:
        ref: Of the opportunity.
        at: Instant.
        folder: What is not in Git.
        beacon: What a public beacon gave, in hexadecimal; empty where none is known.
        sources: Where bids lie while there is no closing; None for the branches of the repository.
        openings: What opens veiled lines of the log; empty where this is no host.
    """

    ref: str
    at: datetime
    folder: Folder = field(default_factory=dict)
    beacon: str = ""
    sources: Sequence[Source] | None = None
    openings: Openings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """How the bids stand.

    Attributes:
        findings: Why nothing is told; empty where something is.
        ranking: None where nothing is told.
        draw: Whether a draw, or another, is still needed.
        closed: Whether it rests on a closing, and not on whatever lies here.
    """

    findings: tuple[Finding, ...]
    ranking: Ranking | None = None
    draw: bool = False
    closed: bool = False


def explain(snapshot: Snapshot, request: Request, schemas: Schemas, changed: Changed = NOTHING) -> Answer:
    """How the bids stand at that instant.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
        UnpricedError: A price is needed that is not in clear.
        UnscoredError: The evaluation lacks a score.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    log, broken = log_or_fault(snapshot)
    lines = log.of(request.ref)
    known = _known(found, request)
    course = _course(found, request, lines, broken, known)
    against = judging.course(course, found.context)
    if any(map(refuses, against)):
        return Answer(against)
    if known:
        return _of_record(found, known)
    return _as_it_stands(found, request, lines) or _as_it_lies(found, request, changed)


def _course(ground: Ground, request: Request, lines: tuple[Line, ...], broken: int, known: Closed | None) -> Course:
    return Course(
        procurement=ground.procurement,
        opportunity=ground.opportunity,
        lines=lines,
        broken=broken,
        closing=known.done.closing if known else None,
        evaluation=known.evaluation if known else None,
        asked=Asked("rank", "", "", request.at, _facts(known) if known else {}),
    )


def _known(ground: Ground, request: Request) -> Closed | None:
    """What is known after the closing: from main once there is an outcome, else from the folder."""
    ref = ground.procurement.ref
    done = tagged(ground.snapshot, ref, ground.record.schemas)
    if done is None:
        return None
    files = {path: ground.snapshot.blob(blob) for path, blob in ground.files.folder(ref).items()}
    told = as_published(files, ref, ground.record.schemas)
    if told.openings or told.evaluation:
        return closed_by(ground, done, told)
    return closed_by(ground, done, held(request.folder, request.beacon))


def _facts(known: Closed) -> Mapping[str, str]:
    """What was opened and evaluated, as far as it is at hand."""
    evaluation, short = known.dossier.evaluation, "openings" in known.lacks
    return {
        "evaluation": hashlib.sha256(evaluation).hexdigest() if evaluation else "",
        "openings": known.listed if short and known.dossier.openings else "",
        "opened": "" if short else "yes",
    }


def _of_record(ground: Ground, known: Closed) -> Answer:
    """By what was closed, opened, evaluated and drawn."""
    instants = {login: row.received_at for login, row in known.arrivals.items()}
    needed = known.draws is None and _needed(ground, known.rows, instants, known.evaluation)
    return Answer((), known.ranking, needed, closed=True)


def _as_it_stands(ground: Ground, request: Request, lines: Sequence[Line]) -> Answer | None:
    """By what a closing would find now, in an auction; None in other methods, and where not every line is open."""
    opportunity, snapshot = ground.opportunity, ground.snapshot
    if not (lines and is_auction(opportunity)):
        return None
    told = arrivals(lines, request.openings, opportunity.closes_at, lines[-1].n)
    blobs = {one.head.blob for one in told.sent if one.head.blob}
    if told.doubts or not all(map(snapshot.has, blobs)):
        return None
    files = {blob: snapshot.blob(blob) for blob in blobs}
    rows, instants = [], {}
    for one in of_record(ground.procurement, told.sent, files, ground.context, ground.record.schemas):
        login, context = one.head.bidder, replace(ground.context, received=one.at)
        source, path = Source(login, "", "", ""), bid_path(request.ref, login)
        row = judged(ground.record, ground.procurement, context, source, path, one.head.blob).judged
        if by_insider(ground.procurement, login, one.head.id, one.at, context.zone):
            row = replace(row, passed=False, findings=(*row.findings, INSIDER))
        rows.append(row)
        instants[login] = one.at
    return Answer((), ranking_of(opportunity, rows, instants), _needed(ground, rows, instants))


def _as_it_lies(ground: Ground, request: Request, changed: Changed) -> Answer:
    """By whatever bids lie here: in an auction before the closing, and where nobody kept receipts."""
    sources = branches(ground.snapshot, request.ref) if request.sources is None else request.sources
    bids = received(ground.record, ground.procurement, ground.context, sources, changed)
    rows = [bid.judged for bid in bids]
    return Answer((), ranking_of(ground.opportunity, rows), _needed(ground, rows, {}))


def _needed(
    ground: Ground, rows: Sequence[JudgedBid], arrived: Mapping[str, datetime], evaluation: Evaluation | None = None
) -> bool:
    bids = {row.bidder: Bid("", row.bidder, "en", 0, row.price, None) for row in rows}
    passes = {row.bidder: row.passed and row.price is not None for row in rows}
    return requires_draw(ground.opportunity, bids, passes, arrived, evaluation)
