"""One award of history beside what it follows from: the arithmetic that made it, over what the clone holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from board.jobs import judging
from board.jobs.acting import Actor, Ground, against
from board.jobs.award import Request, decision_of, selection_of, unclosed
from board.jobs.check_tree import judge_document
from board.jobs.closed import Closed, closed_by
from board.jobs.composing import WAIVED, Said, compose, ranking_of, said_by
from board.jobs.coursing import latest
from board.jobs.held_back import as_published
from board.jobs.log import log_of
from board.jobs.proving_closing import Follows, Outcome, outcome_of, proof_of_closing
from board.jobs.reading import read
from board.jobs.received import Source, judged
from board.jobs.standing import Files, Record
from board.model.award import Assurance, Award, JudgedBid, RestsOn
from board.model.award import award as awarded
from board.model.decision import Lack
from board.model.history import ClosingProof, Proof, Step
from board.model.log import Line
from board.model.procurement import FiledBid
from board.model.reference import award_path, award_tag, bid_path
from board.model.snapshot import Tag
from board.rules import CHG
from board.state.draw import Trust
from board.state.instants import entered_late
from board.state.ledger import write_award
from board.state.message import UNTOLD, Merge, award_message, award_tag_message, merge_of
from board.state.ranking import Ranking, runnable

Findings = judging.Findings

# Findings on the change that brought a bid, of which a clone has no trace; all others follow from the file.
_OF_THE_CHANGE = frozenset(rule.name for rule in CHG)


@dataclass(frozen=True, slots=True)
class Proven:
    """One award, as far as this clone tells.

    Attributes:
        place: REF and login of its path, whatever the file says.
        award: As the file says.
        merge: Who merged it and when, as far as its tag tells.
        listed: How many bids it chose among.
        seen: How many of them the clone holds.
        step: Id of the commit of main that brought it.
        commit: Id of the commit that the tag has to name.
        tagged: Whether there is a tag of that name.
        findings: What is wrong with it.
        trust: What somebody would have had to know to steer its draw; None where none was held.
        entered_late: Lines of bids of record that an officer entered from the mailbox after the closing.
    """

    place: tuple[str, str]
    award: Award
    merge: Merge
    listed: int
    seen: int
    step: str
    commit: str
    tagged: bool
    findings: Findings
    trust: Trust | None = None
    entered_late: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What stood on main before an award, and what follows from it.

    Attributes:
        ground: The folder, and the rules of its board, at the instant that counts.
        winner: The bid that came with the award; None where none did.
        rows: The list of bids, recomputed where the clone holds them.
        ranking: That follows from the list.
        outcome: What it rests on; None where there is no closing.
        rests_on: The SHA-256 of each of its files; None where there is no closing.
        known: What is known since the closing; None where there is none.
    """

    ground: Ground
    winner: FiledBid | None
    rows: tuple[JudgedBid, ...]
    ranking: Ranking
    outcome: Outcome | None = None
    rests_on: RestsOn | None = None
    known: Closed | None = None


def prove(record: Record, files: Files, step: Step, ref: str, login: str, last: datetime | None) -> Proven | Findings:
    """The award of *login* that *step* brought, or what is wrong with a file that cannot be read.

    Args:
        record: Reads files.
        files: As they stood on main before the step.
        step: That brought the award, in one of the two ways.
        ref: Of the opportunity.
        login: Of the supplier.
        last: Instant of the latest act before; None where there is none.
    """
    path, name = award_path(ref, login), award_tag(ref, login)
    blob = _after(step, path) or ""
    document, award = read(path, record.snapshot.blob(blob), "award", awarded, record.schemas)
    if award is None:
        return tuple(judge_document(document))
    tag = record.snapshot.tag(name)
    merge = merge_told(step, tag)
    before = before_of(record, files, step, award, merge, (ref, login))
    found = judging.proof(proof_of(record, step, award, before, tag, (ref, login)), document)
    if before:
        found += _against(before, award, merge, last if step.way == "award" else None, (ref, login))
    rows = before.rows if before else award.bids
    seen = sum(record.snapshot.has(row.blob) for row in rows)
    commits = (step.commit.id, step.award_commit.id)
    trust = before.known.trust if before and before.known else None
    late = _entered_late(before) if before else ()
    return Proven((ref, login), award, merge, len(rows), seen, *commits, tag is not None, found, trust, late)


def _entered_late(before: Before) -> tuple[Line, ...]:
    lines = log_of(before.ground.snapshot).of(before.ground.procurement.ref)
    return entered_late(lines, before.outcome.closing) if before.outcome else ()


def merge_told(step: Step, tag: Tag | None) -> Merge:
    """Who merged an award and when; of what no forge merged, no tag tells it."""
    return merge_of(tag.message) if tag and step.way == "merge" else UNTOLD


def before_of(
    record: Record, files: Files, step: Step, award: Award, merge: Merge, place: tuple[str, str]
) -> Before | None:
    """None where what stood there cannot be read, or this program cannot run the method.

    REF and login are those of the path, whatever the file says.
    """
    ref, login = place
    context = record.context(files, ref, merge.at or award.decided_at)
    procurement = record.procurement(files, ref)
    opportunity = procurement.opportunity
    if context is None or opportunity is None:
        return None
    ground = Ground(record.snapshot, record, files, procurement, opportunity, context)
    outcome = outcome_of(record, files, step, ref) if award.rests_on.closing else None
    if outcome:
        return _over_closing(ground, outcome, login)
    if not runnable(opportunity):
        return None
    rows = tuple(_recomputed(ground, row) for row in award.bids)
    path = bid_path(ref, login)
    blob = _after(step, path) or files.get(path)
    winner = judged(record, procurement, context, Source(login, "", "", ""), path, blob).filed if blob else None
    return Before(ground, winner, rows, ranking_of(opportunity, rows))


def _over_closing(ground: Ground, outcome: Outcome, login: str) -> Before | None:
    """What stood before an award that rests on a closing; None where the clone does not hold the bids of record."""
    if outcome.done is None or outcome.commit is None:
        return Before(ground, None, (), ranking_of(ground.opportunity, ()), outcome)
    ref = ground.procurement.ref
    known = closed_by(ground, outcome.done, as_published(outcome.files, ref, ground.record.schemas))
    if known.lacks:
        return Before(ground, None, known.rows, ranking_of(ground.opportunity, ()), outcome, known.rests_on, known)
    winner = next((bid.filed for bid in known.received() if bid.source.login == login), None)
    return Before(ground, winner, known.rows, known.ranking, outcome, known.rests_on, known)


def _recomputed(ground: Ground, row: JudgedBid) -> JudgedBid:
    """The line of a listed bid as it follows from the file, where the clone holds it."""
    if not ground.snapshot.has(row.blob):
        return row
    source, path = Source(row.bidder, "", "", ""), bid_path(ground.procurement.ref, row.bidder)
    found = judged(ground.record, ground.procurement, ground.context, source, path, row.blob).judged
    beside = tuple(name for name in row.findings if name in _OF_THE_CHANGE and name not in found.findings)
    return replace(found, passed=found.passed and not beside, findings=(*found.findings, *beside))


def proof_of(
    record: Record, step: Step, award: Award, before: Before | None, tag: Tag | None, place: tuple[str, str]
) -> Proof:
    """The award as it stands in history, beside what follows; REF and login are those of the path."""
    path, commit = award_path(*place), step.award_commit
    bid_at = bid_path(*place)
    heads = [record.snapshot.states(head, bid_at).get(bid_at) for head in commit.parents[1:2]]
    winner, expected, written = None, None, b""
    if before:
        ground, winner = before.ground, before.winner
        written = write_award(award, ground.context.settings)
    if before and winner:
        facts = (ground.procurement, ground.context, winner, before.rows, before.ranking)
        expected = compose(*facts, _said(award, before), before.rests_on)
    return Proof(
        path=path,
        award=award,
        canonical=written == record.snapshot.blob(_after(step, path) or ""),
        expected=expected,
        bid_blob=winner.blob if winner else "",
        bid_sha256=winner.sha256 if winner else "",
        head_blob=next((state.blob for state in heads if state), ""),
        merged=bool(heads),
        commit=commit,
        message=award_message(award),
        tag=tag,
        tag_name=award_tag(*place),
        tag_message=award_tag_message(award, merge_told(step, tag)),
        closing=_closing(award, before) if before else None,
    )


def _said(award: Award, before: Before) -> Said:
    """What an award takes from who decided, and from whoever attested supplier and arrival, as far as that follows.

    Who decided, when, by which clock of the two that a decision may have, and why a contract that splits is none, is
    theirs to say; without a closing the id of the supplier too, which the forge attested then.
    """
    said, known, login = said_by(award), before.known, before.winner.login if before.winner else award.bidder
    clock = award.assurance.clock if award.assurance.clock in ("machine", "given") else "machine"
    mode = before.ground.context.settings.mode
    if known is None:
        identity = "forge" if award.id else "claimed"
        return replace(said, assurance=Assurance(identity, "none", clock, mode), waived=WAIVED)
    row = known.arrivals.get(login)
    assurance = Assurance(known.identity(login), known.arrival(login), clock, mode)
    return replace(said, assurance=assurance, waived=known.waived, id=row.id if row else "")


def _closing(award: Award, before: Before) -> ClosingProof | None:
    """What the award rests on, beside what it follows from; None where there is no closing."""
    if before.outcome is None:
        return None
    known = before.known
    follows = Follows(known.draws_data, known.rulings_data(award.decided_at)) if known else Follows()
    return proof_of_closing(before.ground, before.outcome, follows)


def _against(before: Before, award: Award, merge: Merge, last: datetime | None, place: tuple[str, str]) -> Findings:
    """What the rules say of the award as it was decided: who awarded, from what, and whether rightly."""
    ground = before.ground
    asked = Request(place[0], award.decided_by, "", place[1], award.decided_at, award.assurance.clock)
    bid = before.winner.bid if before.winner else None
    decision = decision_of(ground, award, bid, before.ranking)
    decided = judging.decision(decision, replace(ground.context, now=award.decided_at))
    last = latest(last, before.known.since if before.known else None)
    # Who merges answers for it beside who decided, and does so later.
    decided += tuple(one for one in judging.decision(decision, ground.context) if one not in decided)
    chosen_from = selection_of(ground, asked, before.ranking, before.known, _unclosed(before, award))
    return (
        *(one for actor, since in _actors(award, merge, last) for one in _who(before, award, actor, since, place)),
        *judging.selection(chosen_from, ground.context),
        *decided,
        *judging.beside([one.clear for one in before.known.record] if before.known else (), ground.context),
    )


def _unclosed(before: Before, award: Award) -> tuple[Lack, ...]:
    """That bids are closed first, where the log tells of some: whoever awards past it chooses which there are."""
    return () if award.rests_on.closing else unclosed(before.ground, award.decided_at)


def _actors(award: Award, merge: Merge, last: datetime | None) -> Iterator[tuple[Actor, datetime | None]]:
    """Who decided, and who merged where somebody did, each with the instant of the latest act before."""
    yield Actor(award.decided_by, "", award.decided_at, award.assurance.clock), last
    if merge != UNTOLD:
        by, at = merge.by or award.decided_by, merge.at or award.decided_at
        yield Actor(by, merge.id, at, award.assurance.clock), award.decided_at


def _who(before: Before, award: Award, actor: Actor, last: datetime | None, place: tuple[str, str]) -> Findings:
    return against(before.ground, actor, award_path(*place), award.value.total, last)


def _after(step: Step, path: str) -> str | None:
    """The blob that a step leaves at *path*; None where it does not touch it."""
    return next((change.after.blob for change in step.changes if change.path == path and change.after), None)
