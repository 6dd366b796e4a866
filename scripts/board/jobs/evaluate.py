"""Evaluate the bids of record: conflicts declared, sheets written and handed in, results fixed in the log."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from board.core.document import Document
from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.core.text import Language
from board.jobs import judging
from board.jobs.acting import Ground, ground
from board.jobs.desk import (
    Case,
    Dossier,
    Request,
    Step,
    against,
    case_of,
    desk_of,
    lettered,
    settlements,
    sha256_of,
    with_sheets,
)
from board.jobs.log import appended
from board.jobs.of_record import OfRecord
from board.jobs.results import evaluation_of, secret_to_show
from board.model.log import Declared, Entry, Evaluated, Sheet
from board.model.sheet import Desk
from board.model.snapshot import Edit, Nothing, Outcome, Snapshot
from board.render.evaluation_sheet import Shown, evaluation_sheet
from board.state.evaluating import before_evaluated, conflict, evaluated, receipts
from board.state.ledger import write_evaluation


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`.
        warnings: Findings that refuse nothing.
        sheet: To fill in; empty for other steps.
        letters: Letter to bidder on that sheet, which names nobody itself.
        evaluation: Bytes of `evaluation.yml`; empty where it does not follow yet.
        waiting: Logins of those whose sheets are not handed in yet.
        shows_secret: Whether a secret of the draw goes into the log with it.
    """

    outcome: Outcome
    warnings: tuple[Finding, ...] = ()
    sheet: bytes = b""
    letters: Mapping[str, str] = field(default_factory=dict)
    evaluation: bytes = b""
    waiting: tuple[str, ...] = ()
    shows_secret: bool = False


def decide(snapshot: Snapshot, request: Request, dossier: Dossier, schemas: Schemas) -> Answer:
    """What is to be written for *request*, what is done already, or why not.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    case = case_of(found, request, dossier)
    if request.step in ("hand-in", "finish") and _is_done(case):
        return Answer(Nothing(), evaluation=dossier.evaluation)
    return _STEPS[request.step](case)


def _is_done(case: Case) -> bool:
    """Whether who asks is one of those who evaluated, and the folder holds the results that are in the log."""
    logged = evaluated(case.lines)
    known = logged is not None and logged.sha256 == sha256_of(case.dossier.evaluation)
    return known and case.request.by in receipts(case.lines)


def _declare(case: Case) -> Answer:
    """A line of the log; nothing where the same was said last."""
    request = case.request
    found = against(case, desk_of(case))
    if _refused(found):
        return Answer(found)
    if conflict(case.lines, request.by) == request.conflict:
        return Answer(Nothing(), found)
    return Answer(_append(case, (Declared(request.by, request.conflict),)), found)


def _write(case: Case) -> Answer:
    """The sheet to fill in; nothing is written into the repository."""
    desk = desk_of(case)
    found = against(case, desk)
    if _refused(found) or case.closed is None:
        return Answer(found)
    rests_on, request, done = case.ground, case.request, case.closed
    shown = [_shown(label, bid) for label, bid in lettered(case, desk) if bid.counts]
    settings = rests_on.context.settings
    text = evaluation_sheet(
        rests_on.opportunity, settings, request.ref, done.sha256, request.by, shown, request.language
    )
    return Answer(Nothing(), found, sheet=text, letters=desk.labels[request.by])


def _hand_in(case: Case) -> Answer:
    """The digest of one sheet, in the log before anybody sees another's."""
    request = case.request
    desk, documents = with_sheets(case, desk_of(case), (request.by,))
    found = against(case, desk, documents)
    if _refused(found):
        return Answer(found)
    if request.by in receipts(case.lines):
        return Answer(Nothing(), found)
    return Answer(_append(case, (Sheet(request.by, desk.handed[0].sha256),)), found)


def _finish(case: Case) -> Answer:
    """The results, once every evaluator has handed in: `evaluation.yml` outside, its digest in the log."""
    desk = desk_of(case)
    found = against(case, desk)
    if _refused(found) or case.closed is None:
        return Answer(found)
    waiting = tuple(login for login in case.team if login not in receipts(case.lines))
    if waiting:
        return Answer(Nothing(), found, waiting=waiting)
    desk, documents = with_sheets(case, replace(desk, settlements=settlements(case, desk)), case.team)
    found = against(case, desk, documents)
    if _refused(found):
        return Answer(found)
    made = evaluation_of(case.ground, case.closed, case.bids, desk, before_evaluated(case.lines))
    return _fixed(case, desk, documents, write_evaluation(made, case.ground.context.settings))


def _fixed(case: Case, desk: Desk, documents: Sequence[Document], data: bytes) -> Answer:
    """The lines that fix *data*; nothing where they are there, and findings where the log holds another digest."""
    request, digest = case.request, sha256_of(data)
    found = against(case, desk, documents, {"sha256": digest})
    if _refused(found):
        return Answer(found)
    found += judging.beside([bid.clear for bid in case.bids], case.ground.context)
    if evaluated(case.lines):
        return Answer(Nothing(), found, evaluation=data)
    secret = secret_to_show(case.ground.opportunity, case.lines, request.by, request.secret)
    entries: tuple[Entry, ...] = (Evaluated(request.by, digest), *secret)
    return Answer(_append(case, entries), found, evaluation=data, shows_secret=bool(secret))


_STEPS: Mapping[Step, Callable[[Case], Answer]] = {
    "declare": _declare,
    "write": _write,
    "hand-in": _hand_in,
    "finish": _finish,
}


def _shown(label: str, of_record: OfRecord) -> Shown:
    bid = of_record.bid
    answers = bid.answers if bid else None
    language: Language = "fr" if bid and bid.language == "fr" else "en"
    return Shown(label, language, answers.responses if answers else {}, answers.delivered if answers else None)


def _append(case: Case, entries: tuple[Entry, ...]) -> Edit:
    commit, _ = appended(case.log, case.request.ref, case.request.at, entries)
    return Edit(case.request.by, case.request.at, (commit,))


def _refused(findings: Sequence[Finding]) -> bool:
    return any(map(refuses, findings))
