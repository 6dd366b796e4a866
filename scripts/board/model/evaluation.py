"""The result of every bid of record: `evaluation.yml`, without prose on bids that did not win."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.core.text import Bilingual
from board.model.scalar import Fields, bilingual, instant


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Somebody who evaluated.

    Attributes:
        by: Login.
        conflict: ``none`` or ``declared``.
        declared_at: Instant, before any answer was read.
        done_at: Instant.
        languages: In which this person evaluates.
        sheet_sha256: Of this person's sheet; empty where one person alone evaluates.
    """

    by: str
    conflict: str
    declared_at: datetime
    done_at: datetime
    languages: tuple[str, ...]
    sheet_sha256: str


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """What one bid came to on one criterion.

    Attributes:
        id: Of the criterion.
        passed: Of a mandatory criterion; None of a rated one.
        score: Of a rated criterion, 0 to 100; None of a mandatory one.
        note_sha256: Of the note that settled scores far apart; empty where none were.
    """

    id: str
    passed: bool | None
    score: Decimal | None
    note_sha256: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a bid does not count although its supplier made it in time.

    Attributes:
        reason: In both languages.
        by: Login.
        approved_by: Login of the second person.
    """

    reason: Bilingual
    by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one bid of record came to.

    Attributes:
        bidder: Login.
        opened: Whether it could be read.
        result: ``pass``, ``fail``, ``set-aside``, or ``not-judged`` where enough that arrived earlier pass.
        criteria: In the order of the request.
        findings: Names of the rules that refuse it.
        set_aside: None where it was not.
    """

    bidder: str
    opened: bool
    result: str
    criteria: tuple[CriterionResult, ...]
    findings: tuple[str, ...] = ()
    set_aside: SetAside | None = None

    @property
    def passes(self) -> bool:
        """Whether it counts."""
        return self.result == "pass"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results.

    Attributes:
        opportunity: REF.
        closing_sha256: Of `closing.yml`.
        evaluators: Who evaluated.
        results: By login, one for each bid of record.
    """

    opportunity: str
    closing_sha256: str
    evaluators: tuple[Evaluator, ...]
    results: tuple[Result, ...]

    def result(self, bidder: str) -> Result | None:
        """What the bid of *bidder* came to; None where there is none of record."""
        return next((row for row in self.results if row.bidder == bidder), None)


def evaluation(fields: Fields) -> Evaluation:
    """What a valid `evaluation.yml` holds.

    Raises:
        ImpossibleError: An instant cannot be.
    """
    return Evaluation(
        opportunity=fields["opportunity"],
        closing_sha256=fields["closing_sha256"],
        evaluators=tuple(_evaluator(row) for row in fields["evaluators"]),
        results=tuple(_result(row) for row in fields["results"]),
    )


def _evaluator(fields: Fields) -> Evaluator:
    return Evaluator(
        by=fields["by"],
        conflict=fields["conflict"],
        declared_at=instant(fields["declared_at"]),
        done_at=instant(fields["done_at"]),
        languages=tuple(fields["languages"]),
        sheet_sha256=fields.get("sheet_sha256", ""),
    )


def _result(fields: Fields) -> Result:
    aside = fields.get("set_aside")
    return Result(
        bidder=fields["bidder"],
        opened=fields["opened"],
        result=fields["result"],
        criteria=tuple(_criterion(row) for row in fields["criteria"]),
        findings=tuple(fields.get("findings", ())),
        set_aside=SetAside(bilingual(aside["reason"]), aside["by"], aside["approved_by"]) if aside else None,
    )


def _criterion(fields: Fields) -> CriterionResult:
    return CriterionResult(
        id=fields["id"],
        passed=fields["result"] == "pass" if "result" in fields else None,
        score=Decimal(fields["score"]) if "score" in fields else None,
        note_sha256=fields.get("note_sha256", ""),
    )
