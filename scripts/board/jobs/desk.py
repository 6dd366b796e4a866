"""What evaluators have before them, and what stands against whoever asks for something there."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from board.core.document import Document
from board.core.finding import Finding
from board.core.text import Language
from board.jobs import judging
from board.jobs.acting import Ground
from board.jobs.check_tree import judge_document
from board.jobs.composing import in_zone
from board.jobs.coursing import log_or_fault
from board.jobs.log import Log
from board.jobs.of_record import OfRecord, bids_of_record, closed
from board.jobs.reading import read
from board.jobs.tagged import Tagged
from board.model.course import Asked, Course, StepKind
from board.model.decision import Act
from board.model.log import Line
from board.model.reference import buyer, opportunity_path
from board.model.sheet import LIMIT, Desk, Given, Handed, Settlement, sheet, sheet_path
from board.state.demands import delivers
from board.state.evaluating import labels, letters_in_turn, team
from board.state.opened import list_sha256

# Declare; have a sheet written; hand it in; fix the results.
Step = Literal["declare", "write", "hand-in", "finish"]

_ASKED: Mapping[Step, StepKind] = {"declare": "declare", "write": "sheet", "hand-in": "sheet", "finish": "evaluate"}


@dataclass(frozen=True, slots=True)
class Settle:
    """What was agreed on one bid and criterion.

    Attributes:
        label: Letter of the bid on the sheet of who asks.
        given: What counts now.
        note_sha256: Of the note that says why.
    """

    label: str
    given: Given
    note_sha256: str


@dataclass(frozen=True, slots=True)
class Request:
    """What an evaluator asks for.

    Attributes:
        ref: Of the opportunity.
        by: Login.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
        step: Which.
        conflict: ``none`` or ``declared``; empty for other steps.
        language: Of the comments of a sheet.
        settles: What was settled.
        secret: Of this person for the first draw, in hexadecimal; empty where none is at hand.
    """

    ref: str
    by: str
    id: str
    at: datetime
    clock: str
    step: Step
    conflict: str = ""
    language: Language = "en"
    settles: Sequence[Settle] = ()
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What lies in the folder outside every repository.

    Attributes:
        openings: File name, such as ``maple-works.offer.json``, to bytes.
        sheets: Login to bytes.
        evaluation: Bytes of `evaluation.yml`; empty where there is none.
    """

    openings: Mapping[str, bytes] = field(default_factory=dict)
    sheets: Mapping[str, bytes] = field(default_factory=dict)
    evaluation: bytes = b""


@dataclass(frozen=True, slots=True)
class Case:
    """A request with the ground on which it is decided.

    Attributes:
        ground: What main has.
        request: With its instant in the zone of the board.
        dossier: What lies outside.
        log: All of it.
        broken: The first line that does not follow from the one before; 0 where the log is whole.
        closed: None before the closing is done.
        bids: Those of record.
    """

    ground: Ground
    request: Request
    dossier: Dossier
    log: Log
    broken: int
    closed: Tagged | None
    bids: tuple[OfRecord, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """What the log tells of this procurement."""
        return self.log.of(self.request.ref)

    @property
    def team(self) -> tuple[str, ...]:
        """Who evaluates, by login."""
        return team(self.lines, self.ground.procurement.organization, self.ground.context.zone)


def case_of(found: Ground, request: Request, dossier: Dossier) -> Case:
    """Everything that a step rests on."""
    log, broken = log_or_fault(found.snapshot)
    done = closed(found.snapshot, request.ref, found.record.schemas)
    bids = bids_of_record(found, done, dossier.openings) if done else ()
    at = in_zone(request.at, found.context)
    return Case(found, replace(request, at=at), dossier, log, broken, done, bids)


def desk_of(case: Case) -> Desk:
    """What lies before the evaluators, without a sheet yet."""
    sealed = [bid for bid in case.bids if bid.sealed]
    digest = case.closed.sha256 if case.closed else ""
    arrived = {bid.recorded.bidder: bid.recorded.received_at for bid in case.bids}
    turns = delivers(case.ground.opportunity)
    everybody = {*case.team, case.request.by}
    counting = [bid for bid in case.bids if bid.counts]
    return Desk(
        labels={
            login: letters_in_turn(arrived) if turns else labels(digest, login, arrived) for login in sorted(everybody)
        },
        marked=tuple(bid.recorded.bidder for bid in counting),
        languages=tuple(sorted({bid.bid.language for bid in counting if bid.bid})),
        sealed=len(sealed),
        opened=sum(bid.opened for bid in sealed),
        listed=list_sha256(bid.filed for bid in sealed if bid.opened),
        arrived=arrived if turns else {},
        offered=case.ground.opportunity.awards_offered,
    )


def with_sheets(case: Case, desk: Desk, logins: Sequence[str]) -> tuple[Desk, tuple[Document, ...]]:
    """The same with these people's sheets, read strictly."""
    handed: list[Handed] = []
    documents: list[Document] = []
    for login in logins:
        path, data = sheet_path(login), case.dossier.sheets.get(login, b"")
        made = None
        if data:
            document, made = read(path, data, "sheet", sheet, case.ground.record.schemas, LIMIT)
            documents.append(document)
        handed.append(Handed(login, path, sha256_of(data), made))
    return replace(desk, handed=tuple(handed)), tuple(documents)


def settlements(case: Case, desk: Desk) -> tuple[Settlement, ...]:
    """What was settled, by bidder."""
    letters = desk.labels[case.request.by]
    return tuple(
        Settlement(letters.get(one.label, ""), one.label, one.given, one.note_sha256) for one in case.request.settles
    )


def against(
    case: Case, desk: Desk, documents: Sequence[Document] = (), facts: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """What stands against it: who asks, the course of the procurement, and the sheets themselves.

    A sheet tells of what bids hold, so whatever is said of one is for officers.
    """
    request, found = case.request, case.ground
    on = request.at.astimezone(found.context.zone).date()
    path, organization = opportunity_path(request.ref), found.procurement.organization
    who = Act(
        path, organization, "evaluate", request.by, request.id, request.at, on, None, request.clock, case.log.last
    )
    board = found.record.board(found.files, buyer(request.ref))
    told = {"conflict": request.conflict, "closing": case.closed.sha256 if case.closed else ""}
    course = Course(
        procurement=found.procurement,
        opportunity=found.opportunity,
        lines=case.lines,
        broken=case.broken,
        closing=case.closed.closing if case.closed else None,
        evaluation=None,
        asked=Asked(_ASKED[request.step], request.by, request.id, request.at, {**told, **(facts or {})}),
        desk=desk if case.closed else None,
    )
    of_sheets = [replace(one, audience="officers") for document in documents for one in judge_document(document)]
    by_whom = judging.act(who, found.context, board.documents.values())
    return (*by_whom, *of_sheets, *judging.course(course, found.context, documents))


def lettered(case: Case, desk: Desk) -> Sequence[tuple[str, OfRecord]]:
    """Each bid of record after its letter on the sheet of who asks."""
    bids = {bid.recorded.bidder: bid for bid in case.bids}
    return [(label, bids[login]) for label, login in desk.labels[case.request.by].items()]


def sha256_of(data: bytes) -> str:
    """In hexadecimal; empty where there is nothing."""
    return hashlib.sha256(data).hexdigest() if data else ""
