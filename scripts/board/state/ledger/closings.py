"""`closing.yml`, `rulings.yml`, `evaluation.yml` and `draw.yml`: what stands between the closing and the outcome."""

from collections.abc import Mapping

from board.core.schema import Schemas
from board.model.board import BoardSettings
from board.model.closing import Attempt, Closing, Recorded, closing
from board.model.draw import Draws, HeldDraw, draws
from board.model.evaluation import CriterionResult, Evaluation, Evaluator, Result, evaluation
from board.model.rulings import Rulings, Settled, rulings
from board.state.canonical import Node, write
from board.state.ledger.log import utc
from board.state.ledger.reading import read_valid, schema_address


def write_closing(closing: Closing, settings: BoardSettings) -> bytes:
    """`closing.yml`; the board's address leads editors to the schema."""
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": closing.opportunity,
        "opportunity_sha256": closing.opportunity_sha256,
        "closes_at": closing.closes_at.isoformat(),
        "log": {"line": closing.line, "sha256": closing.line_sha256},
        "bids": [_recorded(row) for row in closing.bids],
    }
    if closing.withdrawn:
        fields["withdrawn"] = [_attempt(row) for row in closing.withdrawn]
    if closing.late:
        fields["late"] = [_attempt(row) for row in closing.late]
    if closing.rulings:
        fields["rulings"] = {"line": closing.rulings, "sha256": closing.rulings_sha256}
    if closing.earlier:
        fields["earlier"] = [_recorded(row) for row in closing.earlier]
    return write(fields, schema_address(settings, "closing"))


def read_closing(data: bytes, schemas: Schemas) -> Closing | None:
    """The closing of a file; None where the file is not valid."""
    return read_valid("closing", data, closing, schemas)


def write_rulings(rulings: Rulings, settings: BoardSettings) -> bytes:
    """`rulings.yml`."""
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": rulings.opportunity,
        "rulings": [_settled(row) for row in rulings.rulings],
    }
    return write(fields, schema_address(settings, "rulings"))


def read_rulings(data: bytes, schemas: Schemas) -> Rulings | None:
    """The rulings of a file; None where the file is not valid."""
    return read_valid("rulings", data, rulings, schemas)


def write_evaluation(evaluation: Evaluation, settings: BoardSettings) -> bytes:
    """`evaluation.yml`."""
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": evaluation.opportunity,
        "closing_sha256": evaluation.closing_sha256,
        "evaluators": [_evaluator(row) for row in evaluation.evaluators],
        "results": [_result(row) for row in evaluation.results],
    }
    return write(fields, schema_address(settings, "evaluation"))


def read_evaluation(data: bytes, schemas: Schemas) -> Evaluation | None:
    """The evaluation of a file; None where the file is not valid."""
    return read_valid("evaluation", data, evaluation, schemas)


def write_draws(draws: Draws, settings: BoardSettings) -> bytes:
    """`draw.yml`."""
    fields: dict[str, Node] = {"schema": 1, "opportunity": draws.opportunity, "closing_sha256": draws.closing_sha256}
    if draws.evaluation_sha256:
        fields["evaluation_sha256"] = draws.evaluation_sha256
    fields["draws"] = [_held(row) for row in draws.draws]
    return write(fields, schema_address(settings, "draw"))


def read_draws(data: bytes, schemas: Schemas) -> Draws | None:
    """The draws of a file; None where the file is not valid."""
    return read_valid("draw", data, draws, schemas)


def _recorded(row: Recorded) -> Mapping[str, Node]:
    return {
        "bidder": row.bidder,
        **({"id": row.id} if row.id else {}),
        **({"language": row.language} if row.language else {}),
        "received_at": utc(row.received_at),
        "source": row.source,
        "receipt": row.receipt,
        **({"salt": row.salt} if row.salt else {}),
        **({"blob": row.blob, "sha256": row.sha256} if row.blob else {}),
    }


def _attempt(row: Attempt) -> Mapping[str, Node]:
    lines = {"lines": list(row.lines)} if row.lines else {}
    return {"receipt": row.receipt, "digest": row.digest, **lines}


def _settled(row: Settled) -> Mapping[str, Node]:
    verdict = row.verdict
    told = {"blob": verdict.blob, "sha256": verdict.sha256, "salt": verdict.salt}
    return {
        "doubt": verdict.doubt,
        **({"receipt": verdict.receipt} if verdict.receipt else {}),
        **({"bidder": verdict.bidder} if verdict.bidder else {}),
        "counts": verdict.counts,
        "because": verdict.because,
        **({"received_at": utc(verdict.received)} if verdict.received else {}),
        **{key: value for key, value in told.items() if value},
        "words": [{"by": word.by, "line": word.line, "ruled_at": utc(word.at)} for word in row.words],
    }


def _evaluator(row: Evaluator) -> Mapping[str, Node]:
    return {
        "by": row.by,
        "conflict": row.conflict,
        "declared_at": row.declared_at.isoformat(),
        "done_at": row.done_at.isoformat(),
        "languages": list(row.languages),
        **({"sheet_sha256": row.sheet_sha256} if row.sheet_sha256 else {}),
    }


def _result(row: Result) -> Mapping[str, Node]:
    fields: dict[str, Node] = {
        "bidder": row.bidder,
        "opened": row.opened,
        "result": row.result,
        "criteria": [_criterion(criterion) for criterion in row.criteria],
    }
    if row.findings:
        fields["findings"] = list(row.findings)
    if row.set_aside:
        reason = {"en": row.set_aside.reason.en, "fr": row.set_aside.reason.fr}
        fields["set_aside"] = {"reason": reason, "by": row.set_aside.by, "approved_by": row.set_aside.approved_by}
    return fields


def _criterion(row: CriterionResult) -> Mapping[str, Node]:
    fields: dict[str, Node] = {"id": row.id}
    if row.passed is not None:
        fields["result"] = "pass" if row.passed else "fail"
    if row.score is not None:
        fields["score"] = row.score
    if row.note_sha256:
        fields["note_sha256"] = row.note_sha256
    return fields


def _held(row: HeldDraw) -> Mapping[str, Node]:
    fields: dict[str, Node] = {"number": row.number}
    if row.commitments:
        fields["commitments"] = [{"by": promise.by, "sha256": promise.sha256} for promise in row.commitments]
    fields["secrets"] = [{"by": shown.by, "secret": shown.secret} for shown in row.secrets]
    told = {"withheld_by": row.withheld_by, "beacon": row.beacon, "seed": row.seed}
    fields |= {key: value for key, value in told.items() if value}
    if row.order:
        fields["order"] = list(row.order)
    return fields
