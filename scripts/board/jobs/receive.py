"""Enter what came by mail, unchanged, and say that the mailbox is read: each one act, and the same when asked again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core import yaml
from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Actor, Ground, Request, against, ground
from board.jobs.composing import in_zone
from board.jobs.coursing import course_of, latest, log_or_fault
from board.jobs.log import Log, appended
from board.jobs.tagged import standing_closing
from board.model.course import Course, StepKind
from board.model.log import Head, Line, MailboxRead
from board.model.reference import bid_branch, bid_path, is_login, opportunity_path
from board.model.snapshot import MAIN, Edit, NewCommit, Nothing, Outcome, Snapshot
from board.state.arrivals import mailbox_reading
from board.state.authority import is_mail_name
from board.state.ledger.log import blob_id, utc


@dataclass(frozen=True, slots=True)
class Mail:
    """A bid that came by mail.

    Attributes:
        data: The file, unchanged; of one that is too large, one byte more than the loader takes.
        arrived: When it reached the server of the government.
        replaces: Whether an officer saw that it comes from who sent the bid of that name before, whose place it takes.
    """

    data: bytes
    arrived: datetime
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of it.

    Attributes:
        outcome: What to write, that nothing is missing, or why not.
        line: Of the log: the new one, or the one that says so already; None where nothing is done.
        findings: Warnings too.
    """

    outcome: Outcome
    line: Line | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A step that is asked for, on its ground."""

    ground: Ground
    log: Log
    broken: int
    actor: Actor

    def course(self, step: StepKind, facts: Mapping[str, str], schemas: Schemas) -> Course:
        """As rules look at it."""
        course = course_of(self.ground, self.log, self.broken, step, self.actor, facts)
        return replace(course, closing=standing_closing(self.ground.snapshot, course.procurement.ref, schemas))

    def judged(self, course: Course) -> tuple[Finding, ...]:
        """What stands against it, and against who asks."""
        last = latest(self.ground.record.last_act(self.ground.files), self.log.last)
        path = opportunity_path(self.ground.procurement.ref)
        entitled = against(self.ground, self.actor, path, None, last, "receive")
        return (*entitled, *judging.course(course, self.ground.context))


def mail(snapshot: Snapshot, request: Request, sent: Mail, schemas: Schemas) -> Answer:
    """Enter a bid that came by mail.

    Its name stands in the file; a file that names no other, since it cannot be read or was written for another way,
    gets the next free one. Nothing that was received is lost: whether it counts is decided by check and close.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    case = _case(snapshot, request, schemas)
    if not isinstance(case, _Case):
        return Answer(case)
    sha256, mails = hashlib.sha256(sent.data).hexdigest(), _mails(case.log.of(request.ref))
    same = next((line for line, head in mails if head.sha256 == sha256), None)
    if same and isinstance(same.entry, Head) and same.entry.arrived and same.entry.arrived <= sent.arrived:
        return Answer(Nothing(), same)
    named = _named(sent.data)
    bidder = named if is_login(named) and is_mail_name(named) else _next_free([head.bidder for _, head in mails])
    if same and isinstance(same.entry, Head):
        bidder = same.entry.bidder
    facts = {"arrived": utc(sent.arrived), "bidder": bidder, "named": named, "sha256": sha256}
    facts["replaces"] = "yes" if sent.replaces else ""
    findings = case.judged(case.course("receive", {**facts, "size": str(len(sent.data))}, schemas))
    if any(map(refuses, findings)):
        return Answer(findings)
    head = Head("mail", bidder, "", blob_id(sent.data), sha256, sent.arrived, request.by)
    commit, (line,) = appended(case.log, request.ref, case.actor.at, [head])
    commits = (commit,) if same else (commit, _bid(snapshot, request.ref, bidder, sent.data))
    return Answer(Edit(request.by, case.actor.at, commits), line, findings)


def mailbox(snapshot: Snapshot, request: Request, schemas: Schemas) -> Answer:
    """Say that the mailbox is read, and all entered that had arrived in time: here the log is cut.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    case = _case(snapshot, request, schemas)
    if not isinstance(case, _Case):
        return Answer(case)
    read = mailbox_reading(case.log.of(request.ref), case.ground.opportunity.closes_at)
    if read and read.entry == MailboxRead(request.by):
        return Answer(Nothing(), read)
    findings = case.judged(case.course("read-mailbox", {}, schemas))
    if any(map(refuses, findings)):
        return Answer(findings)
    commit, (line,) = appended(case.log, request.ref, case.actor.at, [MailboxRead(request.by)])
    return Answer(Edit(request.by, case.actor.at, (commit,)), line, findings)


def _case(snapshot: Snapshot, request: Request, schemas: Schemas) -> _Case | tuple[Finding, ...]:
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return found
    log, broken = log_or_fault(snapshot)
    actor = Actor(request.by, request.id, in_zone(request.at, found.context), request.clock)
    return _Case(found, log, broken, actor)


def _bid(snapshot: Snapshot, ref: str, bidder: str, data: bytes) -> NewCommit:
    """The bid on a branch of its own, beside the line that tells it."""
    branch = f"refs/heads/{bid_branch(bidder, ref)}"
    before = snapshot.refs.get(branch, "")
    return NewCommit(
        branch=branch,
        old=before,
        parents=(before or snapshot.refs[MAIN],),
        message=f"Bid on {ref} by mail, {bidder}",
        files={bid_path(ref, bidder): data},
    )


def _mails(lines: Sequence[Line]) -> Sequence[tuple[Line, Head]]:
    """The lines that tell of mail, earliest arrival first."""
    heads = [(line, line.entry) for line in lines if isinstance(line.entry, Head) and line.entry.arrived]
    return sorted(heads, key=lambda each: (each[1].arrived, each[0].n))


def _named(data: bytes) -> str:
    """Whom the file names as its bidder; empty where it cannot be read."""
    value = yaml.load("", data).value
    found = value.get("bidder") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _next_free(taken: Sequence[str]) -> str:
    return next(name for n in range(1, len(taken) + 2) if (name := f"mail-{n}") not in taken)
