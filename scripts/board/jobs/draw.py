"""Take part in a draw: show a secret, give up a draw in which one is withheld, commit to the one held again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Ground, ground
from board.jobs.coursing import log_or_fault
from board.jobs.dossier import Dossier, Folder, closed, dossier
from board.jobs.log import Log, appended
from board.model.closing import Closing
from board.model.course import Asked, Course
from board.model.draw import Draws
from board.model.log import Committed, Line, Void
from board.model.snapshot import Edit, Nothing, Outcome, Snapshot
from board.state.draw import Trust, entries_of, trust_of
from board.state.draw_steps import entry_of
from board.state.draw_terms import Terms, terms_of
from board.state.drawing import Ground as Drawn
from board.state.drawing import Round, Rounds, Waiting, Wrong, draws_of, rounds_of

Step = Literal["secret", "void", "commit"]


class NoSecretError(Exception):
    """Nothing was given to show, and there is something to show.

    Attributes:
        number: Of the draw.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no secret of draw {number} to show")
        self.number = number


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for.

    Attributes:
        ref: Of the opportunity.
        by: Login.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant of the act.
        step: Show a secret, give the draw up, or commit to a new one.
        secrets: Number of a draw to the secret that is kept for it, in hexadecimal.
        sha256: Of a new secret, to commit to; empty for the other steps.
        folder: What is not in Git.
        beacon: What the public beacon gave, in hexadecimal; empty where it is not known.
    """

    ref: str
    by: str
    id: str
    at: datetime
    step: Step = "secret"
    secrets: Mapping[int, str] = field(default_factory=dict)
    sha256: str = ""
    folder: Folder = field(default_factory=dict)
    beacon: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`.
        line: That is appended; None where nothing is.
        result: The draws with their order, or what they wait for; None where nothing can be said.
        trust: What somebody would have had to know; None where there is no order.
    """

    outcome: Outcome
    line: Line | None = None
    result: Draws | Waiting | None = None
    trust: Trust | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """A request with everything that it is decided on."""

    request: Request
    ground: Ground
    log: Log
    known: Dossier | None
    lines: tuple[Line, ...]

    def rounds(self) -> Rounds:
        """The draws as the log tells them, none where it is wrong."""
        closing = self.known.closed.closing if self.known else None
        found = rounds_of(_terms(self.ground, closing), self.lines)
        return () if isinstance(found, Wrong) else found


def _terms(ground: Ground, closing: Closing | None) -> Terms:
    return terms_of(ground.opportunity, closing, ground.procurement.organization, ground.context)


def decide(snapshot: Snapshot, request: Request, schemas: Schemas) -> Answer:
    """What is to be written for *request*, that it stands already, or why not.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
        NoSecretError: A secret is to be shown, and none of that draw was given.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    log, broken = log_or_fault(snapshot)
    tag = closed(snapshot, request.ref, schemas)
    files = {path: snapshot.blob(blob) for path, blob in found.files.folder(request.ref).items()}
    known = dossier(tag, found.procurement, request.folder, files, schemas) if tag else None
    case = _Case(request, found, log, known, log.of(request.ref))
    asked = _asked(case)
    if _stands(case, asked):
        return _told(case, Nothing(), None, case.lines)
    course = _course(case, asked, broken)
    against = judging.course(course, found.context)
    return Answer(against) if any(map(refuses, against)) else _append(case, course)


def _asked(case: _Case) -> Asked:
    """The step, with the number of the draw that is open."""
    request, rounds = case.request, case.rounds()
    now = rounds[-1] if rounds else Round(1, case.ground.opportunity.commitments, {}, None)
    facts = {"draw": str(now.number)}
    if request.step == "secret":
        secret = request.secrets.get(now.number, "")
        if not secret and request.by in now.missing:
            raise NoSecretError(now.number)
        facts["secret"] = secret
    elif request.step == "void":
        facts["withheld_by"] = next((who for who in now.missing if who != request.by), request.by)
    else:
        facts["sha256"] = request.sha256
    if request.folder and case.known and case.known.evaluation_sha256:
        facts["evaluation"] = case.known.evaluation_sha256
    return Asked(request.step, request.by, request.id, request.at, facts)


def _stands(case: _Case, asked: Asked) -> bool:
    """Whether the log says it already: a reply that was lost is given again, with the same bytes."""
    by, facts = asked.by, asked.facts
    mine = [line.entry for line in case.lines if getattr(line.entry, "by", "") == by]
    now = case.rounds()[-1:]
    match asked.step:
        case "secret":
            done = bool(now) and by in {one.by for one in now[0].commitments} and by not in now[0].missing
            return done and facts["secret"] in ("", *now[0].secrets.values())
        case "void":
            open_again = bool(now) and not now[0].secrets and now[0].number > 1
            return open_again and any(isinstance(one, Void) for one in mine)
        case _:
            return any(isinstance(one, Committed) and one.sha256 == facts["sha256"] for one in mine)


def _course(case: _Case, asked: Asked, broken: int) -> Course:
    known = case.known
    return Course(
        procurement=case.ground.procurement,
        opportunity=case.ground.opportunity,
        lines=case.lines,
        broken=broken,
        closing=known.closed.closing if known else None,
        evaluation=known.evaluation if known else None,
        asked=asked,
    )


def _append(case: _Case, course: Course) -> Answer:
    """The answer where nothing stands against the step: one line more."""
    entry = entry_of(course)
    if entry is None:
        raise AssertionError("a step of a draw has a line")
    request = case.request
    commit, lines = appended(case.log, request.ref, request.at, [entry])
    edit = Edit(request.by, request.at, (commit,))
    return _told(case, edit, lines[0], (*case.lines, *lines))


def _told(case: _Case, outcome: Outcome, line: Line | None, lines: Sequence[Line]) -> Answer:
    """What the log says with the new line in it."""
    if case.known is None:
        return Answer(outcome, line)
    closing = case.known.closed.closing
    terms = _terms(case.ground, closing)
    drawn = Drawn(
        case.request.ref, terms, closing, case.known.closed.sha256, case.known.salts, lines, case.request.beacon
    )
    found = draws_of(drawn)
    if isinstance(found, Wrong):
        return Answer(outcome, line)
    trust = trust_of(found.draws, entries_of(closing, case.known.salts)) if isinstance(found, Draws) else None
    return Answer(outcome, line, found, trust)
