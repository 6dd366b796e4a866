"""Award an opportunity: rank what was bid, judge the decision, and say what is to be written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.core.text import Bilingual
from board.jobs import judging
from board.jobs.acting import NOTHING, Actor, Changed, Ground, against, ground
from board.jobs.award_edit import edit_of, proposed_by
from board.jobs.closed import Closed, closed
from board.jobs.composing import Said, compose, in_zone, ranking_of, said_by
from board.jobs.coursing import against_log, latest
from board.jobs.doubts import behind
from board.jobs.held_back import NO_DOSSIER, Dossier
from board.jobs.history import step_of_award
from board.jobs.log import log_of
from board.jobs.proving_closing import proof_now
from board.jobs.received import Received, Source, branches, received, with_bids
from board.model.award import Assurance, Award
from board.model.bid import Bid
from board.model.decision import Decision, Lack, Selection
from board.model.log import Head, Veiled
from board.model.reference import award_path, award_tag, buyer, opportunity_path
from board.model.snapshot import MAIN, Edit, NewTag, Nothing, Outcome, Snapshot
from board.state.message import award_tag_message
from board.state.ranking import Ranking, runnable
from board.state.rulings import counted_behind


class BidderNeededError(Exception):
    """Several awards are offered, and nobody said to whom this one goes.

    Attributes:
        ref: Of the opportunity.
    """

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} offers several awards: name the supplier")
        self.ref = ref


class UnknownBidError(Exception):
    """Somebody was named who has not bid.

    Attributes:
        ref: Of the opportunity.
        bidder: Login.
    """

    def __init__(self, ref: str, bidder: str) -> None:
        super().__init__(f"there is no bid of {bidder} on {ref}")
        self.ref = ref
        self.bidder = bidder


@dataclass(frozen=True, slots=True)
class Request:
    """What an officer asks for.

    Attributes:
        ref: Of the opportunity.
        by: Login of the officer.
        id: Numeric id of the forge; empty where the login is a claim.
        bidder: Login of the supplier; empty for the one that the method selects.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
        justification: Why a contract that splits is none; None where nobody has to say.
        proposal: Whether it is written as a branch to be merged, not on main.
        sources: Where bids lie; None for the branches of the repository.
        dossier: What is not in Git before the outcome.
    """

    ref: str
    by: str
    id: str
    bidder: str
    at: datetime
    clock: str
    justification: Bilingual | None = None
    proposal: bool = False
    sources: Sequence[Source] | None = None
    dossier: Dossier = NO_DOSSIER


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`.
        award: The award that is to be written, or stands; None where there is none.
        warnings: Findings that refuse nothing.
    """

    outcome: Outcome
    award: Award | None = None
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A request with the ground on which it is decided."""

    ground: Ground
    request: Request
    changed: Changed


def decide(snapshot: Snapshot, request: Request, schemas: Schemas, changed: Changed = NOTHING) -> Answer:
    """What is to be written for *request*, what stands already, or why not.

    Args:
        snapshot: Of the repository.
        request: What an officer asks for.
        schemas: Of the program.
        changed: Head of a bid to what is wrong with the change that brings it, beside its file.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
        BidderNeededError: Several awards are offered, and the request names no supplier.
        UnknownBidError: The supplier whom it names has not bid.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return Answer(found)
    case = Case(found, replace(request, at=in_zone(request.at, found.context)), changed)
    return _standing(case) or _chosen(case)


def _standing(case: Case) -> Answer | None:
    """The answer where the award stands already: its missing tag, or nothing; None where it does not stand.

    What reached main as an incident is no award that stands: nothing is tagged, and the incident is told.
    """
    wanted, awards = case.request.bidder, case.ground.procurement.awards
    if case.ground.opportunity.awards_offered > 1 and not wanted:
        raise BidderNeededError(case.request.ref)
    login = wanted or next(iter(awards), "")
    if login not in awards:
        return None
    award, name = awards[login], award_tag(case.request.ref, login)
    main = case.ground.snapshot.refs[MAIN]
    step = step_of_award(case.ground.record, main, award_path(case.request.ref, login))
    incidents = judging.step(step) if step else ()
    if any(map(refuses, incidents)):
        return Answer(incidents)
    if f"refs/tags/{name}" in case.ground.snapshot.refs or step is None or step.way == "loose":
        return Answer(Nothing(), award)
    tag = NewTag(name, award_tag_message(award), step.award_commit.id)
    return Answer(Edit(award.decided_by, award.decided_at, tags=(tag,)), award)


def _chosen(case: Case) -> Answer:
    """The answer where the award is still to be made."""
    request, found = case.request, case.ground
    touched = against_log(found, Actor(request.by, request.id, request.at, request.clock))
    if touched:
        return Answer(touched)
    known = closed(found, request.dossier)
    lacks = known.lacks if known else lacking(found)
    early = judging.selection(waiting_of(found, request, known, lacks), found.context)
    early += _against_officer(case, None, known)
    if early:
        return Answer(early)
    bids = tuple(known.received()) if known else _lying(case)
    ranking = known.ranking if known else ranking_of(found.opportunity, [bid.judged for bid in bids])
    everything = replace(found, procurement=with_bids(found.procurement, bids))
    late = judging.selection(selection_of(everything, request, ranking, known), found.context)
    named = request.bidder or next(iter(ranking.selected), "")
    if late or not named:
        return Answer(late)
    winner = next((bid for bid in bids if bid.source.login == named), None)
    if winner is None:
        raise UnknownBidError(request.ref, named)
    return _awarded(case, bids, ranking, winner, known)


def lacking(found: Ground) -> tuple[Lack, ...]:
    """Where receipts tell when bids arrived, they are closed before anybody is chosen."""
    return ("closing",) if log_of(found.snapshot).of(found.procurement.ref) else ()


def unclosed(found: Ground, at: datetime) -> tuple[Lack, ...]:
    """The same of what was decided at an instant: what the log tells since may have come after it."""
    lines = log_of(found.snapshot).of(found.procurement.ref)
    return ("closing",) if any(isinstance(line.entry, Head | Veiled) and line.at <= at for line in lines) else ()


def _lying(case: Case) -> tuple[Received, ...]:
    """The bids as they lie on branches or in pull requests, where no receipt tells when they arrived."""
    request, found = case.request, case.ground
    sources = branches(found.snapshot, request.ref) if request.sources is None else request.sources
    return received(found.record, found.procurement, found.context, sources, case.changed)


def _awarded(case: Case, bids: Sequence[Received], ranking: Ranking, winner: Received, known: Closed | None) -> Answer:
    """The answer where everybody knows whom it is about."""
    found, rows = case.ground, [bid.judged for bid in bids]
    said = said_for(found, case.request, winner, known)
    rests_on = known.rests_on if known else None

    def made(words: Said) -> Award | None:
        return compose(found.procurement, found.context, winner.filed, rows, ranking, words, rests_on)

    award = made(said)
    if award is None:
        return Answer(winner.findings)
    against_it = judging.decision(decision_of(found, award, winner.filed.bid, ranking), found.context)
    against_it += _against_officer(case, award, known)
    against_it += judging.beside([one.clear for one in known.record], found.context) if known else ()
    if any(map(refuses, against_it)):
        return Answer(against_it)
    edit = edit_of(found, award, winner, known, proposal=case.request.proposal)
    proposed = proposed_by(found, edit) if case.request.proposal else None
    if proposed and proposed.decided_by == award.decided_by and made(said_by(proposed)) == proposed:
        return Answer(Nothing(), proposed, against_it)
    return Answer(edit, award, against_it)


def selection_of(
    ground: Ground,
    request: Request,
    ranking: Ranking | None,
    known: Closed | None = None,
    lacks: tuple[Lack, ...] = (),
) -> Selection:
    """What is chosen from; before the closing, and while anything is lacking, nobody ranks anything."""
    evaluated = known is not None and (known.evaluation is not None or "evaluation" in lacks)
    return Selection(
        procurement=ground.procurement,
        opportunity=ground.opportunity,
        at=request.at,
        runnable=runnable(ground.opportunity, evaluated=evaluated, opened=known is not None),
        bidder=request.bidder,
        undecided=ranking.undecided if ranking else (),
        passing=ranking.passing if ranking else None,
        lacks=lacks,
        ruled_in=_ruled_in(known) if known else (),
        untrue=known.untrue if known else (),
    )


def waiting_of(ground: Ground, request: Request, known: Closed | None, lacks: tuple[Lack, ...]) -> Selection:
    """The same before anybody is ranked, with what waits for a ruling.

    The log has no line for an award, so nobody can say later what stood in it then: only who awards is told.
    """
    lines = log_of(ground.snapshot).of(request.ref)
    left = behind(ground, lines, known.done.closing) if known else ()
    # Behind an award nobody rules any more, and the next one that was offered is made by the same closing.
    first = min((award.decided_at for award in ground.procurement.awards.values()), default=None)
    since = {line.n for line in lines if first and line.at > first}
    left = tuple(one for one in left if one.receipt not in since)
    proof = proof_now(ground, known.done) if known else None
    selection = selection_of(ground, request, None, known, lacks)
    return replace(selection, in_doubt=tuple(one.receipt for one in left), closing=proof)


def _ruled_in(known: Closed) -> tuple[int, ...]:
    return tuple(one.verdict.receipt for one in counted_behind(known.rulings, known.done.closing))


def decision_of(ground: Ground, award: Award, bid: Bid | None, ranking: Ranking) -> Decision:
    """An award beside what was on main before it."""
    return Decision(
        procurement=ground.procurement,
        opportunity=ground.opportunity,
        award=award,
        bid=bid,
        selected=ranking.selected,
        passes=any(placed.bidder == award.bidder for placed in ranking.order),
        earlier=ground.record.awards_to(ground.files, buyer(ground.procurement.ref), award.bidder),
        path=award_path(ground.procurement.ref, award.bidder),
    )


def said_for(ground: Ground, request: Request, winner: Received, known: Closed | None) -> Said:
    """What the award takes from its officer, and from whoever attested supplier and arrival."""
    mode, clock = ground.context.settings.mode, request.clock
    if known is None:
        assurance = Assurance("forge" if winner.source.id else "claimed", "none", clock, mode)
        return Said(request.by, request.at, assurance, justification=request.justification, id=winner.source.id)
    assurance = Assurance(known.identity(winner.source.login), known.arrival(winner.source.login), clock, mode)
    return Said(request.by, request.at, assurance, known.waived, request.justification, winner.source.id)


def _against_officer(case: Case, award: Award | None, known: Closed | None) -> tuple[Finding, ...]:
    request = case.request
    path = award_path(request.ref, award.bidder) if award else opportunity_path(request.ref)
    actor = Actor(request.by, request.id, request.at, request.clock)
    last = latest(case.ground.record.last_act(case.ground.files), known.since if known else None)
    return against(case.ground, actor, path, award.value.total if award else None, last)
