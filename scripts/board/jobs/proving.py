"""One award of history beside what it follows from: the arithmetic that made it, over what the clone holds."""

from dataclasses import dataclass, replace
from datetime import datetime

from board.jobs import judging
from board.jobs.acting import Actor, acting
from board.jobs.check_tree import judge_document
from board.jobs.composing import compose, ranking_of, said_by
from board.jobs.reading import read
from board.jobs.received import Source, judged
from board.jobs.standing import Files, Record
from board.model.award import Award, JudgedBid
from board.model.award import award as awarded
from board.model.context import Context
from board.model.decision import Decision, Selection
from board.model.history import Proof, Step
from board.model.procurement import FiledBid, Procurement
from board.model.reference import award_path, award_tag, bid_path, buyer
from board.model.snapshot import Tag
from board.rules import CHG
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
        award: As the file says.
        merge: Who merged it and when, as far as its tag tells.
        seen: How many of the listed bids the clone holds.
        step: Id of the commit of main that brought it.
        commit: Id of the commit that the tag has to name.
        tagged: Whether there is a tag of that name.
        findings: What is wrong with it.
    """

    award: Award
    merge: Merge
    seen: int
    step: str
    commit: str
    tagged: bool
    findings: Findings


@dataclass(frozen=True, slots=True)
class _Before:
    """What stood on main before an award, and the award itself."""

    record: Record
    procurement: Procurement
    context: Context
    award: Award
    winner: FiledBid | None
    rows: tuple[JudgedBid, ...]
    ranking: Ranking


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
    merge = merge_of(tag.message) if tag else UNTOLD
    before = _before(record, files, step, award, merge)
    proof = _proof(record, step, award, before, tag)
    found = judging.proof(proof, document)
    if before:
        found += _against(record, files, before, merge, last if step.way == "award" else None, path)
    seen = sum(record.snapshot.has(row.blob) for row in award.bids)
    return Proven(award, merge, seen, step.commit.id, step.award_commit.id, tag is not None, found)


def _before(record: Record, files: Files, step: Step, award: Award, merge: Merge) -> _Before | None:
    """None where what stood there cannot be read, or this program cannot run the method."""
    context = record.context(files, award.opportunity, merge.at or award.decided_at)
    procurement = record.procurement(files, award.opportunity)
    if context is None or procurement.opportunity is None or not runnable(procurement.opportunity):
        return None
    rows = tuple(_recomputed(record, procurement, context, row) for row in award.bids)
    return _Before(
        record,
        procurement,
        context,
        award,
        _winner(record, files, step, procurement, context, award),
        rows,
        ranking_of(procurement.opportunity, rows),
    )


def _recomputed(record: Record, procurement: Procurement, context: Context, row: JudgedBid) -> JudgedBid:
    """The line of a listed bid as it follows from the file, where the clone holds it."""
    if not record.snapshot.has(row.blob):
        return row
    source = Source(row.bidder, "", "", "")
    found = judged(record, procurement, context, source, bid_path(procurement.ref, row.bidder), row.blob).judged
    beside = tuple(name for name in row.findings if name in _OF_THE_CHANGE and name not in found.findings)
    return replace(found, passed=found.passed and not beside, findings=(*found.findings, *beside))


def _winner(
    record: Record, files: Files, step: Step, procurement: Procurement, context: Context, award: Award
) -> FiledBid | None:
    path = bid_path(award.opportunity, award.bidder)
    blob = _after(step, path) or files.get(path)
    if blob is None:
        return None
    return judged(record, procurement, context, Source(award.bidder, "", "", ""), path, blob).filed


def _proof(record: Record, step: Step, award: Award, before: _Before | None, tag: Tag | None) -> Proof:
    path, commit = award_path(award.opportunity, award.bidder), step.award_commit
    bid_at = bid_path(award.opportunity, award.bidder)
    heads = [record.snapshot.states(head, bid_at).get(bid_at) for head in commit.parents[1:2]]
    winner = before.winner if before else None
    expected = None
    if before and winner:
        expected = compose(before.procurement, before.context, winner, before.rows, before.ranking, said_by(award))
    settings = before.context.settings if before else None
    written = write_award(award, settings) if settings else b""
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
        tag_name=award_tag(award.opportunity, award.bidder),
        tag_message=award_tag_message(award, merge_of(tag.message) if tag else UNTOLD),
    )


def _against(record: Record, files: Files, before: _Before, merge: Merge, last: datetime | None, path: str) -> Findings:
    """What the rules say of the award as it was decided: who awarded, from what, and whether rightly."""
    award, procurement, opportunity = before.award, before.procurement, before.procurement.opportunity
    if opportunity is None:
        return ()
    at = merge.at or award.decided_at
    board = record.board(files, buyer(procurement.ref))
    actor = Actor(merge.by or award.decided_by, merge.id if merge.by else "", at, award.assurance.clock)
    choice = Selection(
        procurement=procurement,
        opportunity=opportunity,
        at=award.decided_at,
        runnable=True,
        bidder=award.bidder,
        undecided=before.ranking.undecided,
        passing=before.ranking.passing,
    )
    decision = Decision(
        procurement=procurement,
        opportunity=opportunity,
        award=award,
        bid=before.winner.bid if before.winner else None,
        selected=before.ranking.selected,
        passes=any(row.passed for row in before.rows if row.bidder == award.bidder),
        earlier=record.awards_to(files, buyer(procurement.ref), award.bidder),
        path=path,
    )
    who = acting(procurement.organization, actor, before.context, path, award.value.total, last)
    return (
        *judging.act(who, before.context, board.documents.values()),
        *judging.selection(choice, before.context),
        *judging.decision(decision, before.context),
    )


def _after(step: Step, path: str) -> str | None:
    """The blob that a step leaves at *path*; None where it does not touch it."""
    return next((change.after.blob for change in step.changes if change.path == path and change.after), None)
