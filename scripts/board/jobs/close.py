"""Close a procurement: from the receipts up to the cut to `closing.yml` and its tag, the same bytes whenever asked."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core import yaml
from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Actor, Ground, ground
from board.jobs.auction import is_auction
from board.jobs.composing import in_zone
from board.jobs.coursing import course_of, log_or_fault
from board.jobs.doubts import NOTHING, Told, behind, told
from board.jobs.log import Log, cut_at
from board.jobs.standing import Files, Record, files_of
from board.jobs.tagged import CLOSING, RULINGS, kept_in_tag, standing_closing
from board.model.arrivals import Arrival, Doubt, Openings
from board.model.closing import Closing, Recorded
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.opportunity import Opportunity
from board.model.reference import cancellation_path, closing_tag, place_of
from board.model.rulings import Rulings, Settled
from board.model.snapshot import MAIN, Edit, NewCommit, NewTag, Nothing, Outcome, Snapshot
from board.state.arrivals import cut_of
from board.state.ledger import write_closing, write_rulings
from board.state.message import closing_message
from board.state.rulings import counted_behind, read_up_to, settled

# Nobody in particular: whoever runs it, the closing is the same.
AUTHOR = "board"


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for.

    Attributes:
        ref: Of the opportunity.
        at: Instant.
        clock: ``machine`` or ``given``.
    """

    ref: str
    at: datetime
    clock: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of it.

    Attributes:
        outcome: What to write, that nothing is missing, or why not.
        closing: The one that is to be written, or stands; None where there is neither.
        findings: Of a closing that is done: receipts that reached the log too late, which make bids indeterminate; and
            warnings.
    """

    outcome: Outcome
    closing: Closing | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A closing that is asked for.

    Attributes:
        ground: What main says.
        log: Of the board.
        openings: What opens veiled lines.
        course: As rules look at it.
        schemas: Of the program.
    """

    ground: Ground
    log: Log
    openings: Openings
    course: Course
    schemas: Schemas

    def told(self, cut: int) -> Told:
        """What the log says up to *cut*."""
        return told(self.ground, self.course.lines, self.openings, cut)

    @property
    def rulings(self) -> tuple[Settled, ...]:
        """What two officers settled."""
        return settled(self.course.lines, self.ground.bench)

    def judged(self, cut: int, doubts: tuple[Doubt, ...]) -> tuple[Finding, ...]:
        """What stands against it, with what nobody can say."""
        return judging.course(replace(self.course, cut=cut, doubts=doubts), self.ground.context)


def decide(snapshot: Snapshot, request: Request, openings: Openings, schemas: Schemas) -> Answer:
    """What is to be written for *request*, what stands already, what it waits for, or why not.

    Args:
        snapshot: Of the repository.
        request: What somebody asks for.
        openings: Line to what opens it, of the veiled lines.
        schemas: Of the program.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    log, broken = log_or_fault(snapshot)
    actor = Actor("", "", in_zone(request.at, found.context), request.clock)
    case = _Case(found, log, openings, course_of(found, log, broken, "close", actor), schemas)
    return _standing(case) or _made(case)


def due(snapshot: Snapshot, at: datetime, schemas: Schemas) -> tuple[str, ...]:
    """REF of every opportunity past its closing that is not closed and whose cut exists, in order.

    Where the log is broken, the first that it would be asked about: closing it tells so.
    """
    log, broken = log_or_fault(snapshot)
    if MAIN not in snapshot.refs or not (log.commit or broken):
        return ()
    record, files = Record(snapshot, schemas), files_of(snapshot, snapshot.refs[MAIN])
    found: list[str] = []
    for ref in files.refs():
        request = None if _over(snapshot, files, ref) else record.procurement(files, ref).opportunity
        context = record.context(files, ref, at) if request else None
        if request and context and at >= inclusive(request.closes_at):
            if broken:
                return (ref,)
            if _cut(log, ref, request, context):
                found.append(ref)
    return tuple(found)


def _over(snapshot: Snapshot, files: Files, ref: str) -> bool:
    """Whether a procurement needs no closing any more."""
    places = (place_of(path) for path in files.folder(ref))
    ended = files.get(cancellation_path(ref)) or any(place and place.kind == "award" for place in places)
    return bool(ended) or f"refs/tags/{closing_tag(ref)}" in snapshot.refs


def _cut(log: Log, ref: str, request: Opportunity, context: Context) -> int:
    live, settle = context.settings.mode == "live", context.policy.days.settle_minutes
    return cut_of(log.lines, ref, request.closes_at, settle, context.now, live)


def _standing(case: _Case) -> Answer | None:
    """The answer where the closing is done; None where it is not."""
    snapshot, ref = case.ground.snapshot, case.ground.procurement.ref
    if f"refs/tags/{closing_tag(ref)}" not in snapshot.refs:
        return None
    closing = standing_closing(snapshot, ref, case.schemas)
    if closing is None or case.course.broken:
        return Answer(_told(case, {} if closing else {"unreadable": closing_tag(ref)}).judged(0, ()))
    return Answer(Nothing(), closing, _behind(case, closing))


def _made(case: _Case) -> Answer:
    """The answer where it is still to be done."""
    found, course = case.ground, case.course
    cut = 0 if course.broken else _cut(case.log, found.procurement.ref, found.opportunity, found.context)
    told = case.told(cut) if cut else NOTHING
    last = read_up_to(case.rulings, cut) or cut
    parent = cut_at(found.snapshot, case.log, last) if cut else ""
    refused = _told(case, {"inside": str(last)} if cut and not parent else {}).judged(cut, told.doubts)
    if any(map(refuses, refused)):
        return Answer(refused)
    closing = _closing(case, cut, told)
    return Answer(_edit(case, closing, parent), closing, (*refused, *_behind(case, closing)))


def _behind(case: _Case, closing: Closing) -> tuple[Finding, ...]:
    """Receipts that reached the log too late for a closing, but for those that two officers ruled not to count."""
    left = behind(case.ground, case.course.lines, closing)
    if not left and not counted_behind(case.rulings, closing):
        return ()
    done = replace(case, course=replace(case.course, closing=closing))
    return done.judged(closing.line, left)


def _told(case: _Case, facts: Mapping[str, str]) -> _Case:
    """The same with more that is known of what is asked."""
    return replace(case, course=replace(case.course, asked=replace(case.course.asked, facts=facts)))


def _closing(case: _Case, cut: int, told: Told) -> Closing:
    procurement = case.ground.procurement
    ruled = read_up_to(case.rulings, cut)
    return Closing(
        opportunity=procurement.ref,
        opportunity_sha256=procurement.opportunity_sha256,
        closes_at=case.ground.opportunity.closes_at,
        line=cut,
        line_sha256=case.log.lines[cut - 1].sha256,
        bids=tuple(_recorded(told.arrivals.bids, told.files)),
        withdrawn=told.arrivals.withdrawn,
        late=told.arrivals.late,
        rulings=ruled,
        rulings_sha256=case.log.lines[ruled - 1].sha256 if ruled else "",
        earlier=tuple(_recorded(told.overtaken, {})),
    )


def _recorded(bids: Sequence[Arrival], files: Mapping[str, bytes]) -> Iterator[Recorded]:
    for bid in bids:
        head = bid.head
        yield Recorded(
            bidder=head.bidder,
            id=head.id,
            language=_language(files.get(head.blob, b"")),
            received_at=bid.at,
            source=bid.source,
            receipt=bid.receipt,
            salt=bid.salt,
            blob=head.blob,
            sha256=head.sha256,
        )


def _language(data: bytes) -> str:
    """The language of a bid; empty where the file cannot be read."""
    value = yaml.load("", data).value
    found = value.get("language") if isinstance(value, dict) else None
    return found if isinstance(found, str) and found in ("en", "fr") else ""


def _edit(case: _Case, closing: Closing, parent: str) -> Edit:
    """The log at the cut, and on it the closing and the bids of record as files: what a plain clone brings."""
    settings, ref = case.ground.context.settings, closing.opportunity
    data = write_closing(closing, settings)
    ruled = tuple(one for one in case.rulings if one.line <= closing.rulings)
    message = closing_message(closing, hashlib.sha256(data).hexdigest())
    commit = NewCommit(
        branch="",
        old="",
        parents=(parent,),
        message=message,
        files={CLOSING: data, **({RULINGS: write_rulings(Rulings(ref, ruled), settings)} if ruled else {})},
        blobs=kept_in_tag(closing, auction=is_auction(case.ground.opportunity)),
        alone=True,
    )
    tag = NewTag(closing_tag(ref), message)
    return Edit(AUTHOR, closing.closes_at, (commit,), (tag,))
