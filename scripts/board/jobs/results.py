"""What an evaluation comes to: the result of every bid of record, and whose secret may be shown with it."""

import hashlib
from collections.abc import Sequence

from board.jobs.acting import Ground
from board.jobs.of_record import OfRecord
from board.jobs.tagged import Tagged
from board.model.evaluation import Evaluation, Evaluator, Result
from board.model.log import Line, Secret
from board.model.opportunity import Item, Opportunity
from board.model.sheet import Desk
from board.state.evaluating import criterion_result, declarations, judged, judged_in_turn, receipts


def evaluation_of(
    ground: Ground, done: Tagged, bids: Sequence[OfRecord], desk: Desk, lines: Sequence[Line]
) -> Evaluation:
    """The evaluation that follows from valid sheets; the same whoever asks for it, and whenever.

    Args:
        ground: Of the act.
        done: The closing.
        bids: All of record.
        desk: With the sheets of all evaluators, and what they settled.
        lines: Of the log, up to the evaluation.
    """
    said, handed_in, zone = declarations(lines), receipts(lines), ground.context.zone
    evaluators = tuple(
        Evaluator(
            by=handed.by,
            conflict="none",
            declared_at=said[handed.by].at.astimezone(zone),
            done_at=handed_in[handed.by][0].at.astimezone(zone),
            languages=handed.sheet.languages,
            sheet_sha256=handed.sha256 if len(desk.handed) > 1 else "",
        )
        for handed in desk.handed
        if handed.sheet
    )
    criteria = judged(ground.opportunity)
    in_turn = judged_in_turn(desk, criteria)
    results = tuple(_result(criteria, bid, desk, judged=bid.recorded.bidder in in_turn) for bid in bids)
    return Evaluation(ground.procurement.ref, done.sha256, evaluators, results)


def secret_to_show(opportunity: Opportunity, lines: Sequence[Line], by: str, secret: str) -> tuple[Secret, ...]:
    """The line of a secret of the first draw: where that person promised this one, and has not shown it yet."""
    promised = {row["by"]: row["sha256"] for row in opportunity.fields.get("draw", {}).get("commitments", ())}
    shown = any(isinstance(line.entry, Secret) and line.entry.by == by for line in lines)
    if not secret or shown or promised.get(by) != hashlib.sha256(bytes.fromhex(secret)).hexdigest():
        return ()
    return (Secret(by, 1, secret),)


def _result(criteria: Sequence[Item], bid: OfRecord, desk: Desk, *, judged: bool) -> Result:
    """One bid: what could not be read, or what a rule refuses, fails and has no marks."""
    login = bid.recorded.bidder
    if not bid.counts:
        return Result(login, bid.opened, "fail", (), bid.findings)
    if not judged:
        return Result(login, bid.opened, "not-judged", ())
    rows = tuple(criterion_result(desk, login, criterion) for criterion in criteria)
    fails = any(row.passed is False for row in rows)
    return Result(login, bid.opened, "fail" if fails else "pass", rows)
