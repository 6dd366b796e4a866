"""Take a bid back before the closing: its branch goes, and where there is a log, a line says so."""

from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Actor, Ground, against, ground
from board.jobs.award import UnknownBidError
from board.jobs.composing import in_zone
from board.jobs.coursing import course_of, latest, log_or_fault
from board.jobs.log import Log, appended
from board.model.log import Head, Line
from board.model.reference import bid_branch, opportunity_path
from board.model.snapshot import Edit, Move, Nothing, Outcome, Snapshot
from board.state.ledger.log import utc


@dataclass(frozen=True, slots=True)
class Request:
    """What a supplier asks for.

    Attributes:
        ref: Of the opportunity.
        login: Whose bid.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant.
        clock: ``machine`` or ``given``.
        letter: The letter by which a bid that came by mail is taken back; None for a bid of somebody's own.
    """

    ref: str
    login: str
    id: str
    at: datetime
    clock: str
    letter: "Letter | None" = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What an officer found in the mailbox: a supplier takes back a bid that came by mail.

    Attributes:
        by: Login of the officer.
        id: Numeric id of the forge; empty where the login is a claim.
        arrived: When it reached the server of the government.
    """

    by: str
    id: str
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of it.

    Attributes:
        outcome: What to write, that nothing is missing, or why not.
        line: Of the log: the new one, or the one that says so already; None where nothing is done, or there is no log.
        findings: Warnings too.
    """

    outcome: Outcome
    line: Line | None = None
    findings: tuple[Finding, ...] = ()


def decide(snapshot: Snapshot, request: Request, schemas: Schemas) -> Answer:
    """What is to be written for *request*, that the bid is withdrawn already, or why not.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
        UnknownBidError: There is no bid of that login.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    log, broken = log_or_fault(snapshot)
    # The log never goes back: a clock of a supplier that does is taken for the last instant it told.
    at = in_zone(request.at if request.letter else latest(request.at, log.last) or request.at, found.context)
    branch = f"refs/heads/{bid_branch(request.login, request.ref)}"
    last = _last(log, request)
    if branch not in snapshot.refs and not broken:
        if last is None:
            raise UnknownBidError(request.ref, request.login)
        if isinstance(last.entry, Head) and not last.entry.blob:
            return Answer(Nothing(), last)
    findings = _judged(found, log, broken, at, request)
    if any(map(refuses, findings)):
        return Answer(findings)
    return _edit(snapshot, request, log, at, last)


def _judged(found: Ground, log: Log, broken: int, at: datetime, request: Request) -> tuple[Finding, ...]:
    """What stands against it, and against the officer where there is a letter."""
    letter = request.letter
    facts = {"bidder": request.login, **({"arrived": utc(letter.arrived)} if letter else {})}
    if letter is None:
        actor = Actor(request.login, request.id, at, request.clock)
        return judging.course(course_of(found, log, broken, "withdraw", actor, facts), found.context)
    actor = Actor(letter.by, letter.id, at, request.clock)
    last = latest(found.record.last_act(found.files), log.last)
    entitled = against(found, actor, opportunity_path(request.ref), None, last, "receive")
    return (*entitled, *judging.course(course_of(found, log, broken, "withdraw", actor, facts), found.context))


def _last(log: Log, request: Request) -> Line | None:
    """The last line that tells of a bid of theirs in clear."""
    heads = (line for line in reversed(log.of(request.ref)) if isinstance(line.entry, Head))
    return next((line for line in heads if isinstance(line.entry, Head) and line.entry.bidder == request.login), None)


def _edit(snapshot: Snapshot, request: Request, log: Log, at: datetime, last: Line | None) -> Answer:
    branch = f"refs/heads/{bid_branch(request.login, request.ref)}"
    moves = (Move(branch, snapshot.refs[branch], ""),) if branch in snapshot.refs else ()
    if not log.commit:
        return Answer(Edit(request.login, at, after=moves))
    source = last.entry.source if last and isinstance(last.entry, Head) else "host"
    gone = Head(source, request.login, last.entry.id if last and isinstance(last.entry, Head) else "", "", "")
    letter = request.letter
    if letter:
        gone = replace(gone, source="mail", arrived=letter.arrived, by=letter.by)
    commit, (line,) = appended(log, request.ref, at, [gone])
    return Answer(Edit(letter.by if letter else request.login, at, (commit,), after=moves), line)
