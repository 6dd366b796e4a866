"""Rule on what is in doubt: one officer's word, as a line of the log; two who say the same settle it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Actor, Ground, against, ground
from board.jobs.composing import in_zone
from board.jobs.coursing import course_of, latest, log_or_fault
from board.jobs.doubts import NOTHING, Told, told
from board.jobs.hosting import RECEIVED, head_at
from board.jobs.log import Log, appended
from board.jobs.received import branches
from board.jobs.tagged import standing_closing
from board.model.arrivals import Doubt, Openings
from board.model.closing import Closing
from board.model.log import Head, Line, Ruling, Veiled, Verdict
from board.model.reference import opportunity_path
from board.model.rulings import Settled, matter
from board.model.snapshot import Edit, Nothing, Outcome, Snapshot
from board.state.arrivals import cut_of
from board.state.authority import may
from board.state.ledger.log import digest_of, utc
from board.state.rulings import settled, unsettled, verdict_on


@dataclass(frozen=True, slots=True)
class Request:
    """What an officer says.

    Attributes:
        ref: Of the opportunity.
        by: Login of the officer.
        id: Numeric id of the forge; empty where the login is a claim.
        receipt: The line of the log that it is about; 0 for a bid without one.
        bidder: Whose bid it is, where no line tells it; else empty.
        counts: Whether it counts.
        because: Why, in one of the fixed words.
        received: When it was received; None for the instant that the line claims.
        salt: What opens the line, from the supplier's receipt; else empty.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
    """

    ref: str
    by: str
    id: str
    receipt: int
    bidder: str
    counts: bool
    because: str
    received: datetime | None
    salt: str
    at: datetime
    clock: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of it.

    Attributes:
        outcome: What to write, that nothing is missing, or why not.
        line: Of the log: the new one, or the one that says so already; None where nothing is done.
        settled: What it settles together with another; None where it does not.
        others: The last words of others on the same that are not settled by it, in the order of the log.
        closed: Whether the closing stands already.
        findings: Warnings too.
    """

    outcome: Outcome
    line: Line | None = None
    settled: Settled | None = None
    others: tuple[Line, ...] = ()
    closed: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A ruling that is asked for, on its ground.

    Attributes:
        ground: What main says.
        log: Of the board.
        broken: The first line that does not follow from the one before; 0 where the log is whole.
        actor: Who asks.
        request: What for.
        cut: Up to which line the closing reads, or would; 0 where nothing can be in doubt yet.
        closing: As the tag has it; None before it is done.
        told: What log, branches and files say.
        openings: What opens veiled lines.
    """

    ground: Ground
    log: Log
    broken: int
    actor: Actor
    request: Request
    cut: int
    closing: Closing | None
    told: Told
    openings: Openings

    @property
    def lines(self) -> tuple[Line, ...]:
        """Of the log, on this procurement."""
        return self.log.of(self.request.ref)

    @property
    def doubt(self) -> Doubt | None:
        """What is in doubt of what the request names; nothing changes a closing that is done."""
        found = self.told.arrivals.behind if self.closing else (*self.told.doubts, *self.told.arrivals.behind)
        rulings = settled(self.lines, self.ground.bench)
        asked = (one for one in found if _same(one, self.request))
        return next((one for one in asked if verdict_on(rulings, one) is None), None)


def decide(snapshot: Snapshot, request: Request, openings: Openings, schemas: Schemas) -> Answer:
    """What is to be written for *request*, that it was said already, or why not.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    case = _case(snapshot, request, openings, schemas)
    if not isinstance(case, _Case):
        return Answer(case)
    doubt = case.doubt
    verdict = _verdict(case, doubt) if doubt else None
    said = _said(case, verdict)
    if said:
        return _answer(case, Nothing(), said, case.lines)
    findings = _judged(case, doubt, verdict)
    if any(map(refuses, findings)) or verdict is None:
        return Answer(findings)
    commit, (line,) = appended(case.log, request.ref, case.actor.at, [Ruling(request.by, verdict)])
    edit = Edit(request.by, case.actor.at, (commit,))
    return replace(_answer(case, edit, line, (*case.lines, line)), findings=findings)


def _case(snapshot: Snapshot, request: Request, openings: Openings, schemas: Schemas) -> _Case | tuple[Finding, ...]:
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return found
    log, broken = log_or_fault(snapshot)
    context, closes_at = found.context, found.opportunity.closes_at
    closing = standing_closing(snapshot, request.ref, schemas)
    live, settle = context.settings.mode == "live", context.policy.days.settle_minutes
    cut = closing.line if closing else cut_of(log.lines, request.ref, closes_at, settle, request.at, live)
    says = told(found, log.of(request.ref), openings, cut) if cut else NOTHING
    actor = Actor(request.by, request.id, in_zone(request.at, context), request.clock)
    return _Case(found, log, broken, actor, request, cut, closing, says, openings)


def _same(doubt: Doubt, request: Request) -> bool:
    if request.receipt:
        return doubt.receipt == request.receipt
    return doubt.receipt == 0 and doubt.bidder == request.bidder


def _said(case: _Case, now: Verdict | None) -> Line | None:
    """The line with which this officer said this already; a reply that was lost is given again.

    Where another file lies there by now, the same words say something else.
    """
    request = case.request
    mine = [line for line in case.lines if isinstance(line.entry, Ruling) and line.entry.by == request.by]
    for line in reversed(mine):
        verdict = line.entry.verdict if isinstance(line.entry, Ruling) else None
        if verdict and _about(verdict, request):
            return line if _same_words(verdict, request) and (now is None or now.blob == verdict.blob) else None
    return None


def _same_words(verdict: Verdict, request: Request) -> bool:
    when = request.received is None or not request.counts or request.received == verdict.received
    return when and (verdict.counts, verdict.because) == (request.counts, request.because)


def _about(verdict: Verdict, request: Request) -> bool:
    if request.receipt:
        return verdict.receipt == request.receipt
    return verdict.receipt == 0 and verdict.bidder == request.bidder


def _verdict(case: _Case, doubt: Doubt) -> Verdict | None:
    """What is said of *doubt*; None where it is to count, and nothing here is its file."""
    request = case.request
    found = Verdict(doubt.reason, doubt.receipt, "" if doubt.receipt else doubt.bidder, request.counts, request.because)
    if not request.counts:
        return found
    # A log tells instants to the second.
    received = (request.received or doubt.at or case.actor.at).replace(microsecond=0)
    if doubt.reason in ("contradictory-instants", "receipt-behind-cut"):
        return replace(found, received=received)
    head = next(_heads(case, doubt), None)
    if head is None:
        return None
    facts = replace(found, bidder=head.bidder, blob=head.blob, sha256=head.sha256)
    if doubt.reason == "unopened-line":
        return replace(facts, received=doubt.at, salt=request.salt)
    return replace(facts, received=received)


def _heads(case: _Case, doubt: Doubt) -> Iterator[Head]:
    """What lies here of whom the request names, as far as the doubt is about that."""
    snapshot, request = case.ground.snapshot, case.request
    received = f"{RECEIVED}{doubt.receipt}/{request.bidder}"
    commits = [snapshot.refs[received]] if received in snapshot.refs else []
    commits += (source.head for source in branches(snapshot, request.ref) if source.login == request.bidder)
    heads = (head_at(snapshot, request.ref, request.bidder, commit) for commit in (*commits, ""))
    if doubt.reason == "no-receipt":
        yield from (head for head in heads if head.blob)
    elif doubt.reason == "unopened-line" and request.salt:
        entry = next(line.entry for line in case.lines if line.n == doubt.receipt)
        veiled = entry.digest if isinstance(entry, Veiled) else ""
        yield from (head for head in heads if digest_of(head, request.salt) == veiled)


def _judged(case: _Case, doubt: Doubt | None, verdict: Verdict | None) -> tuple[Finding, ...]:
    """What stands against it, and against who asks."""
    found, request = case.ground, case.request
    on = case.actor.at.astimezone(found.context.zone).date()
    organization = found.procurement.organization
    entitled = organization is not None and may(organization, request.by, request.id, "contract", on)
    last = latest(found.record.last_act(found.files), case.log.last)
    path = opportunity_path(request.ref)
    who = against(found, case.actor, path, None, last, "contract" if entitled else "receive")
    facts = dict(_facts(case, doubt, verdict))
    course = course_of(found, case.log, case.broken, "ruling", case.actor, facts)
    return (*who, *judging.course(replace(course, closing=case.closing, cut=case.cut), found.context))


def _facts(case: _Case, doubt: Doubt | None, verdict: Verdict | None) -> Iterator[tuple[str, str]]:
    request, told_of = case.request, case.told.arrivals
    yield "receipt", str(request.receipt)
    yield "bidder", request.bidder
    lying = {source.login for source in branches(case.ground.snapshot, request.ref)}
    heads = [line.entry for line in case.lines if isinstance(line.entry, Head)]
    heads += (opening.head for n, opening in case.openings.items() if any(line.n == n for line in case.lines))
    bidders = lying | {head.bidder for head in heads} | {bid.head.bidder for bid in told_of.bids}
    yield "bidders", " ".join(sorted(bidders))
    if not case.cut:
        return
    lines = {line.n for line in case.lines if isinstance(line.entry, Head | Veiled)}
    known = request.receipt in lines if request.receipt else request.bidder in bidders
    yield "doubt", doubt.reason if doubt else "none" if known else "unknown"
    if doubt and verdict is None:
        yield "absent", "yes"
    if verdict and verdict.received:
        yield "received", utc(verdict.received)


def _answer(case: _Case, outcome: Outcome, line: Line, lines: Sequence[Line]) -> Answer:
    """How things stand once *line* is said."""
    entry = line.entry
    if not isinstance(entry, Ruling):
        return Answer(outcome, line)
    bench = case.ground.bench
    done = next((one for one in settled(lines, bench) if matter(one.verdict) == matter(entry.verdict)), None)
    left = unsettled(lines, bench).get(matter(entry.verdict), ())
    others = tuple(other for other, ruling in left if ruling.by != entry.by)
    return Answer(outcome, line, done, others, case.closing is not None)
