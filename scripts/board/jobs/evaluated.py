"""Whether an evaluation follows: from the closing, from who declared and handed in, and from what the rules say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from board.jobs.acting import Ground
from board.jobs.of_record import OfRecord
from board.jobs.tagged import Tagged
from board.model.evaluation import CriterionResult, Evaluation, Evaluator, Result, SetAside
from board.model.log import Line
from board.model.opportunity import Item
from board.state.authority import may
from board.state.demands import delivers
from board.state.evaluating import conflict, declarations, evaluated, judged, needed, receipts

# Scores are given on one scale.
_LOWEST, _HIGHEST = 0, 100


def untrue(
    ground: Ground, done: Tagged, record: Sequence[OfRecord], evaluation: Evaluation, lines: Sequence[Line]
) -> Iterator[str]:
    """Places of `evaluation.yml` that do not follow; what only evaluators can say, a mark, is believed.

    Args:
        ground: What is judged, as main had it.
        done: The closing.
        record: The bids of record, as far as they can be read here.
        evaluation: That the log names.
        lines: Of the log.
    """
    if evaluation.closing_sha256 != done.sha256:
        yield "/closing_sha256"
    if not _have_evaluated(ground, evaluation, lines):
        yield "/evaluators"
    bids = {one.recorded.bidder: one for one in record}
    if [result.bidder for result in evaluation.results] != sorted(bids):
        yield "/results"
        return
    arrived = {login: one.recorded.received_at for login, one in bids.items()}
    for number, result in enumerate(evaluation.results):
        if not _follows(ground, bids[result.bidder], result, evaluation, arrived):
            yield f"/results/{number}"


def _have_evaluated(ground: Ground, evaluation: Evaluation, lines: Sequence[Line]) -> bool:
    """Whether it lists enough people, each of whom may evaluate, and exactly those who handed in a sheet.

    A log from before sheets were kept in it tells of none.
    """
    rows, handed, logged = {row.by: row for row in evaluation.evaluators}, receipts(lines), evaluated(lines)
    enough = needed(ground.opportunity) <= len(rows) == len(evaluation.evaluators)
    if not enough or logged is None or logged.by not in rows or (handed and handed.keys() != rows.keys()):
        return False
    return all(_may(ground, row) and (not handed or _is_told(row, len(rows), lines)) for row in rows.values())


def _may(ground: Ground, row: Evaluator) -> bool:
    organization, on = ground.procurement.organization, row.declared_at.astimezone(ground.context.zone).date()
    entitled = organization is not None and may(organization, row.by, "", "evaluate", on)
    return row.conflict == "none" and bool(entitled)


def _is_told(row: Evaluator, together: int, lines: Sequence[Line]) -> bool:
    """Whether the log says the same of an evaluator; the digest of a sheet is told where there are several."""
    declared, (sheet, digest) = declarations(lines).get(row.by), receipts(lines)[row.by]
    if declared is None or conflict(lines, row.by) != "none":
        return False
    told = (row.declared_at, row.done_at, row.sheet_sha256)
    return told == (declared.at, sheet.at, digest if together > 1 else "")


def _follows(
    ground: Ground, bid: OfRecord, result: Result, evaluation: Evaluation, arrived: Mapping[str, datetime]
) -> bool:
    opportunity = ground.opportunity
    aside = bool(result.findings) or not result.opened
    # What only its key opens, and was not published, cannot be judged anew here.
    if (bid.opened or not bid.sealed) and aside == bid.counts:
        return False
    match result.result:
        case "set-aside":
            return result.set_aside is not None and _is_by_two(ground, result.set_aside, evaluation)
        case "not-judged":
            before = [row for row in evaluation.results if row.passes and arrived[row.bidder] <= arrived[result.bidder]]
            return not aside and delivers(opportunity) and len(before) >= opportunity.awards_offered
        case "pass" | "fail" if not aside:
            fails = any(row.passed is False for row in result.criteria)
            return _are_marks(result.criteria, judged(opportunity)) and (result.result == "fail") == fails
        case _:
            return aside and result.result == "fail" and not result.criteria


def _is_by_two(ground: Ground, aside: SetAside, evaluation: Evaluation) -> bool:
    """Whether one who evaluated sets a bid aside, and another approves it who could award that day; no bidder does."""
    done = {row.by: row.done_at for row in evaluation.evaluators}
    organization, bidders = ground.procurement.organization, {result.bidder for result in evaluation.results}
    if aside.by not in done or organization is None or aside.approved_by in {aside.by, *bidders}:
        return False
    on = done[aside.by].astimezone(ground.context.zone).date()
    return bool(may(organization, aside.approved_by, "", "contract", on))


def _are_marks(rows: Sequence[CriterionResult], criteria: Sequence[Item]) -> bool:
    """Whether each criterion of the request has its mark, and nothing else has one."""
    return [row.id for row in rows] == [criterion.id for criterion in criteria] and all(map(_is_mark, rows, criteria))


def _is_mark(row: CriterionResult, criterion: Item) -> bool:
    if criterion.kind == "rated":
        return row.passed is None and row.score is not None and _LOWEST <= row.score <= _HIGHEST
    return row.score is None and row.passed is not None
