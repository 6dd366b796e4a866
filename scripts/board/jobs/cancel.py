"""End a procurement without an award: judge the reason, and say what is to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import Finding
from board.core.schema import Schemas
from board.core.text import Bilingual
from board.jobs import judging
from board.jobs.acting import NOTHING, Actor, Changed, Ground, against, ground
from board.jobs.award import unclosed
from board.jobs.closed import Closed, closed
from board.jobs.composing import in_zone
from board.jobs.coursing import against_log, latest
from board.jobs.held_back import NO_DOSSIER, Dossier
from board.jobs.proving_closing import proof_now
from board.jobs.received import Received, Source, branches, received, with_bids
from board.model.award import UNSUCCESSFUL, Cancellation
from board.model.decision import Ending, Selection
from board.model.reference import cancellation_path
from board.model.snapshot import MAIN, Edit, NewCommit, Nothing, Outcome, Snapshot
from board.state.ledger import write_cancellation
from board.state.message import cancellation_message


@dataclass(frozen=True, slots=True)
class Request:
    """What an officer asks for.

    Attributes:
        ref: Of the opportunity.
        by: Login of the officer.
        id: Numeric id of the forge; empty where the login is a claim.
        reason: One of the fixed words.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
        text: What is said beside the fixed sentence; compulsory but for the reasons that make it unsuccessful.
        sources: Where bids lie; None for the branches of the repository.
        dossier: What is not in Git before the outcome.
    """

    ref: str
    by: str
    id: str
    reason: str
    at: datetime
    clock: str
    text: Bilingual | None = None
    sources: Sequence[Source] | None = None
    dossier: Dossier = NO_DOSSIER


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`.
        cancellation: The end that is to be written, or stands; None where there is none.
    """

    outcome: Outcome
    cancellation: Cancellation | None = None


def decide(snapshot: Snapshot, request: Request, schemas: Schemas, changed: Changed = NOTHING) -> Answer:
    """What is to be written for *request*, that it stands already, or why not.

    Args:
        snapshot: Of the repository.
        request: What an officer asks for.
        schemas: Of the program.
        changed: Head of a bid to what is wrong with the change that brings it, beside its file.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    stands = found.procurement.cancellation
    if stands and stands.reason == request.reason and not found.procurement.awards:
        return Answer(Nothing(), stands)
    at, path = in_zone(request.at, found.context), cancellation_path(request.ref)
    cancellation = Cancellation(request.ref, request.reason, request.by, at, request.text)
    actor = Actor(request.by, request.id, at, request.clock)
    touched = against_log(found, actor)
    if touched:
        return Answer(touched)
    known = closed(found, request.dossier)
    last = latest(found.record.last_act(found.files), known.since if known else None)
    refused = against(found, actor, path, None, last)
    if known:
        refused += against_end(found, cancellation, known)
        refused += _against_closing(found, cancellation, known)
    else:
        refused += against_unclosed(found, cancellation) or _against_lying(found, request, cancellation, changed)
    if refused:
        return Answer(refused)
    main = snapshot.refs[MAIN]
    files = {path: write_cancellation(cancellation, found.context.settings), **(known.files("", at) if known else {})}
    commit = NewCommit(MAIN, main, (main,), cancellation_message(cancellation), files)
    return Answer(Edit(request.by, at, (commit,)), cancellation)


def against_end(found: Ground, cancellation: Cancellation, known: Closed) -> tuple[Finding, ...]:
    """What stands against an end after a closing: the bids of record, and what they came to, say whether it is true."""
    # A draw changes the order of those that pass, and not which they are.
    unjudged = bool({*known.lacks} - {"draw"})
    if (unjudged or known.untrue) and cancellation.reason == "none-passes":
        waiting = replace(_waiting(found, cancellation), lacks=known.lacks, untrue=known.untrue)
        return judging.lacking(waiting, found.context)
    bids = tuple(known.received())
    passing = set() if unjudged else {row.bidder for row in known.ranking.explained if row.passes}
    counted = {bid.source.login: bid.source.login in passing for bid in bids}
    return judging.ending(ending_of(found, cancellation, bids, counted), found.context)


def _against_lying(
    found: Ground, request: Request, cancellation: Cancellation, changed: Changed
) -> tuple[Finding, ...]:
    """What stands against it where no receipt tells when bids arrived: they are judged as they lie."""
    sources = branches(found.snapshot, request.ref) if request.sources is None else request.sources
    bids = received(found.record, found.procurement, found.context, sources, changed)
    return judging.ending(ending_of(found, cancellation, bids), found.context)


def _against_closing(found: Ground, cancellation: Cancellation, known: Closed) -> tuple[Finding, ...]:
    """A closing that was tampered with says nothing of who bid, and is a reason to end as flawed."""
    if cancellation.reason not in UNSUCCESSFUL:
        return ()
    waiting = replace(_waiting(found, cancellation), closing=proof_now(found, known.done))
    return judging.lacking(waiting, found.context)


def against_unclosed(found: Ground, cancellation: Cancellation) -> tuple[Finding, ...]:
    """What stands against an end that says how many bid, where the log tells of bids and nobody has closed."""
    lacks = unclosed(found, cancellation.decided_at) if cancellation.reason in UNSUCCESSFUL else ()
    return judging.lacking(replace(_waiting(found, cancellation), lacks=lacks), found.context)


def _waiting(found: Ground, cancellation: Cancellation) -> Selection:
    """What nobody can say yet, since a step before it is missing."""
    return Selection(
        procurement=found.procurement,
        opportunity=found.opportunity,
        at=cancellation.decided_at,
        runnable=True,
        bidder="",
        undecided=(),
        passing=None,
    )


def ending_of(
    found: Ground, cancellation: Cancellation, bids: Sequence[Received] | None, passes: Mapping[str, bool] | None = None
) -> Ending:
    """An end beside what was on main before it, and every bid; *passes* goes before what the bids themselves say.

    Where nobody knows the bids, there are none to look at.
    """
    if bids is not None and passes is None:
        passes = {bid.source.login: bid.passes for bid in bids}
    return Ending(
        procurement=with_bids(found.procurement, bids or ()),
        opportunity=found.opportunity,
        cancellation=cancellation,
        passes=passes,
        path=cancellation_path(found.procurement.ref),
    )
