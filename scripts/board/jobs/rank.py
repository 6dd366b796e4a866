"""Say how the bids stand by the published method, and why: nothing is written, and nothing is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import NOTHING, Changed, Ground, ground
from board.jobs.auction import is_auction, of_record
from board.jobs.check_tree import judge_bid
from board.jobs.composing import ranking_of
from board.jobs.coursing import log_or_fault
from board.jobs.dossier import Dossier, Folder, closed, dossier
from board.jobs.of_record import INSIDER, by_insider
from board.jobs.received import Source, branches, judged, received
from board.model.arrivals import Openings
from board.model.award import JudgedBid
from board.model.bid import Bid
from board.model.course import Asked, Course
from board.model.draw import Draws
from board.model.log import Line
from board.model.reference import bid_path
from board.model.snapshot import Snapshot
from board.state.arrivals import arrivals
from board.state.drawing import Ground as Drawn
from board.state.drawing import draws_of, terms_of
from board.state.ranking import Ranking, rank, requires_draw


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
    tag = closed(snapshot, request.ref, schemas)
    files = {path: snapshot.blob(blob) for path, blob in found.files.folder(request.ref).items()}
    known = dossier(tag, found.procurement, request.folder, files, schemas) if tag else None
    course = _course(found, request, lines, broken, known)
    against = judging.course(course, found.context)
    if any(map(refuses, against)):
        return Answer(against)
    if known:
        return _of_record(found, known, lines, request.beacon)
    return _as_it_stands(found, request, lines) or _as_it_lies(found, request, changed)


def _course(ground: Ground, request: Request, lines: tuple[Line, ...], broken: int, known: Dossier | None) -> Course:
    facts: dict[str, str] = {}
    if known and known.evaluation_sha256:
        facts["evaluation"] = known.evaluation_sha256
    if known and known.salts.keys() >= {row.bidder for row in known.closed.closing.bids}:
        facts["opened"] = "yes"
    return Course(
        procurement=ground.procurement,
        opportunity=ground.opportunity,
        lines=lines,
        broken=broken,
        closing=known.closed.closing if known else None,
        evaluation=known.evaluation if known else None,
        asked=Asked("rank", "", "", request.at, facts),
    )


def _of_record(ground: Ground, known: Dossier, lines: Sequence[Line], beacon: str) -> Answer:
    """By what was closed, opened, evaluated and drawn."""
    closing, opportunity = known.closed.closing, ground.opportunity
    arrivals = {row.bidder: row.received_at for row in closing.bids}
    bids, passes = _judged(ground, known, arrivals)
    terms = terms_of(opportunity, closing, ground.context)
    drawn = Drawn(ground.procurement.ref, terms, closing, known.closed.sha256, known.salts, lines, beacon)
    found = ground.procurement.draws or draws_of(drawn)
    order = found.order if isinstance(found, Draws) else ()
    ranking = rank(opportunity, bids, passes, arrivals, known.evaluation, order)
    needed = not order and requires_draw(opportunity, bids, passes, arrivals, known.evaluation)
    return Answer((), ranking, needed, closed=True)


def _judged(
    ground: Ground, known: Dossier, arrivals: Mapping[str, datetime]
) -> tuple[Mapping[str, Bid], Mapping[str, bool]]:
    """Login to bid, and to whether it counts by its form; a file that is no bid stands there without a price."""
    filed = known.filed()
    procurement = replace(ground.procurement, bids=filed)
    bids: dict[str, Bid] = {}
    passes: dict[str, bool] = {}
    for row in known.closed.closing.bids:
        one = filed.get(row.bidder)
        bid = one.bid if one else None
        bids[row.bidder] = bid or Bid(procurement.ref, row.bidder, "en", 0, None, None)
        acts = by_insider(procurement, row.bidder, row.id, row.received_at, ground.context.zone)
        if bid is None or bid.price is None or acts:
            passes[row.bidder] = False
        elif bid.answers is None:
            # What is sealed was judged when it was opened: the evaluation tells what came of it.
            passes[row.bidder] = True
        else:
            context = replace(ground.context, received=arrivals[row.bidder])
            passes[row.bidder] = not any(map(refuses, judge_bid(procurement, row.bidder, context, changes=False)))
    return bids, passes


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


def _needed(ground: Ground, rows: Sequence[JudgedBid], arrived: Mapping[str, datetime]) -> bool:
    bids = {row.bidder: Bid("", row.bidder, "en", 0, row.price, None) for row in rows}
    passes = {row.bidder: row.passed and row.price is not None for row in rows}
    return requires_draw(ground.opportunity, bids, passes, arrived)
