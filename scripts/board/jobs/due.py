"""What is due in a procurement, from what main, the log, the closing and whatever is at hand say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import rank
from board.jobs.acting import NOTHING, Changed, Ground, UnknownProcurementError, ground
from board.jobs.dossier import Closed, Dossier, closed, dossier
from board.jobs.doubts import behind, told
from board.jobs.log import Log, log_of
from board.jobs.standing import Record, files_of
from board.model.arrivals import Openings
from board.model.draw import Draws
from board.model.duty import Duty, Facts, Pending
from board.model.log import Line
from board.model.opportunity import Opportunity
from board.model.reference import buyer, of_post_branch
from board.model.snapshot import MAIN, Snapshot
from board.state.arrivals import cut_of, settled_at
from board.state.draw_terms import needs_evaluation, terms_of
from board.state.drawing import Ground as Drawn
from board.state.drawing import Wrong, draws_of
from board.state.duties import approval, due
from board.state.evaluating import needed, team
from board.state.lifecycle import state
from board.state.rulings import counted_behind, settled

_HEADS = "refs/heads/"
_END = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is due.

    Attributes:
        findings: Why nothing can be said; empty where something can.
        state: Of the procurement; ``draft`` where main does not have it yet; empty where nothing can be said.
        duties: What is due.
        team: Logins of who evaluates.
    """

    findings: tuple[Finding, ...]
    state: str = ""
    duties: tuple[Duty, ...] = ()
    team: tuple[str, ...] = ()


def look(
    snapshot: Snapshot, request: rank.Request, openings: Openings, schemas: Schemas, changed: Changed = NOTHING
) -> Answer:
    """What is due at that instant; nothing is written.

    Args:
        snapshot: Of the repository.
        request: What is asked about.
        openings: Line to what opens it, of the veiled lines.
        schemas: Of the program.
        changed: Bids as they were proposed.

    Raises:
        UnknownProcurementError: Main has no such opportunity, and nobody pushed a posting of it.
        BrokenLogError: A line of the log does not follow from the one before.
    """
    try:
        found = ground(snapshot, request.ref, request.at, schemas)
    except UnknownProcurementError:
        waiting = _posted(snapshot, request, schemas)
        if waiting is None:
            raise
        return Answer((), "draft", (waiting,))
    if not isinstance(found, Ground):
        return Answer(found)
    facts = _with_doubts(facts_of(found, request, log_of(snapshot), changed), found, openings)
    return Answer((), facts.state, due(facts), facts.team)


def _posted(snapshot: Snapshot, request: rank.Request, schemas: Schemas) -> Duty | None:
    """The approval that a posting waits for, which its owner pushed to a host; None where there is none."""
    branches = (of_post_branch(name.removeprefix(_HEADS)) for name in snapshot.refs if name.startswith(_HEADS))
    if MAIN not in snapshot.refs or request.ref not in {found[1] for found in branches if found}:
        return None
    record, files = Record(snapshot, schemas), files_of(snapshot, snapshot.refs[MAIN])
    context = record.context(files, request.ref, request.at)
    on = request.at.astimezone(context.zone).date() if context else request.at.date()
    return approval(record.board(files, buyer(request.ref)).organizations.get(buyer(request.ref)), on)


def facts_of(found: Ground, request: rank.Request, log: Log, changed: Changed) -> Facts:
    """Everything that duties follow from."""
    procurement, opportunity, context = found.procurement, found.opportunity, found.context
    lines, settle, zone = log.of(request.ref), context.policy.days.settle_minutes, context.zone
    live, tag = context.settings.mode == "live", closed(found.snapshot, request.ref, found.record.schemas)
    known = _dossier(found, request, tag) if tag else None
    last_day = opportunity.closes_at.astimezone(zone).date() + timedelta(days=opportunity.bid_valid_days)
    now = state(procurement, request.at)
    ranked = rank.explain(found.snapshot, request, found.record.schemas, changed) if now == "evaluation" else None
    ranks = ranked is not None and ranked.ranking is not None
    return Facts(
        state=now,
        opportunity=opportunity,
        organization=procurement.organization,
        live=live,
        now=request.at,
        on=request.at.astimezone(zone).date(),
        zone=zone,
        settled=settled_at(opportunity.closes_at, settle),
        valid_until=datetime.combine(last_day, _END, zone),
        lines=lines,
        cut=cut_of(log.lines, request.ref, opportunity.closes_at, settle, request.at, live),
        closing=tag.closing if tag else None,
        lying=len(request.sources or ()),
        sealed=_sealed(tag) if tag else 0,
        keeper=procurement.sealing.keeper if procurement.sealing else "",
        team=team(lines, procurement.organization, zone),
        evaluators=_evaluators(opportunity),
        awards=len(procurement.awards),
        passing=ranked.ranking.passing if ranked and ranked.ranking else None,
        drawn=_drawn(found, known, needed=ranked.draw if ranked and ranks else None, folder=bool(request.folder)),
        draw=_draw(found, request, known, lines) if known else None,
    )


def _with_doubts(facts: Facts, found: Ground, openings: Openings) -> Facts:
    """The same with what nobody can say of the bids, as far as it is known here, and two officers have not settled."""
    closing = facts.closing
    if closing is None:
        return replace(facts, doubts=told(found, facts.lines, openings, facts.cut).doubts) if facts.cut else facts
    ruled_in = bool(counted_behind(settled(facts.lines, found.bench), closing))
    return replace(facts, doubts=behind(found, facts.lines, closing), ruled_in=ruled_in)


def _evaluators(opportunity: Opportunity) -> int:
    """How many must evaluate; 0 where nothing is evaluated.

    A trial board may award public bids without, and then says so: that is for a person to ask for, by `board award`.
    """
    return needed(opportunity) if needs_evaluation(opportunity) or opportunity.bids == "sealed" else 0


def _dossier(found: Ground, request: rank.Request, tag: Closed) -> Dossier:
    files = {path: found.snapshot.blob(blob) for path, blob in found.files.folder(request.ref).items()}
    return dossier(tag, found.procurement, request.folder, files, found.record.schemas)


def _sealed(tag: Closed) -> int:
    bids = (filed.bid for filed in tag.bids.values())
    return sum(1 for bid in bids if bid and (bid.sealed_offer or bid.sealed_answers))


def _drawn(found: Ground, known: Dossier | None, *, needed: bool | None, folder: bool) -> bool | None:
    """Whether it takes a draw; None where what was opened and evaluated is not at hand."""
    opportunity = found.opportunity
    one = known is not None and len(known.closed.closing.bids) < 2
    if known is None or one or found.procurement.awards or not opportunity.commitments:
        return False
    # What stands against a ranking although everything is at hand is told by the award.
    return False if needed is None and folder else needed


def _draw(found: Ground, request: rank.Request, known: Dossier, lines: Sequence[Line]) -> Pending | Draws | None:
    """What the draw waits for, or what it gave; None where its lines are wrong, which the next act tells."""
    closing = known.closed.closing
    terms = terms_of(found.opportunity, closing, found.procurement.organization, found.context)
    drawn = Drawn(request.ref, terms, closing, known.closed.sha256, known.salts, lines, request.beacon)
    now = draws_of(drawn)
    if isinstance(now, Draws):
        return now
    return None if isinstance(now, Wrong) else Pending(now.kind, now.people, now.until)
