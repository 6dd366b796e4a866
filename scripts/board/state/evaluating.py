"""How sheets become results: letters, means, and what evaluators have to settle."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal

from board.model.evaluation import CriterionResult
from board.model.log import Declared, Evaluated, Line, Opened, Ruling, Sheet
from board.model.opportunity import Item, Opportunity
from board.model.organization import Organization
from board.model.scalar import CENT
from board.model.sheet import Desk, Given, Handed
from board.state.authority import may
from board.state.demands import delivers


@dataclass(frozen=True, slots=True)
class Apart:
    """Marks of one bid on one criterion that are too far from each other to be averaged.

    Attributes:
        bidder: Login.
        criterion: Id.
        low: The lowest that was given.
        high: The highest.
    """

    bidder: str
    criterion: str
    low: Given
    high: Given


def labels(closing_sha256: str, evaluator: str, bidders: Iterable[str]) -> Mapping[str, str]:
    """Letter to bidder, in an order of the evaluator's own that is the same each time.

    All bids of record have a letter, those that nobody marks too: a letter means one bid, whatever opens later.
    """

    def shuffled(bidder: str) -> str:
        return hashlib.sha256(f"{closing_sha256}\n{evaluator}\n{bidder}\n".encode()).hexdigest()

    return {label(number): bidder for number, bidder in enumerate(sorted(bidders, key=shuffled), 1)}


def letters_in_turn(arrived: Mapping[str, datetime]) -> Mapping[str, str]:
    """Letter to bidder in the order of arrival, the same for everybody: finished work is judged in that order."""
    return {
        label(number): bidder for number, bidder in enumerate(sorted(arrived, key=lambda one: (arrived[one], one)), 1)
    }


def label(number: int) -> str:
    """The letters of a number from 1: A to Z, then AA to ZZ, as spreadsheets have them."""
    found = ""
    while number:
        number, digit = divmod(number - 1, 26)
        found = chr(ord("A") + digit) + found
    return found


def judged(opportunity: Opportunity) -> tuple[Item, ...]:
    """The criteria that evaluators judge; finished work by the acceptance criteria too, as it will be accepted."""
    accepted = opportunity.acceptance_criteria if delivers(opportunity) else ()
    return (*opportunity.evaluation_criteria, *accepted)


def needed(opportunity: Opportunity) -> int:
    """How many evaluators there must be: a pass or a fail takes one, a score two."""
    return 2 if any(criterion.kind == "rated" for criterion in opportunity.evaluation_criteria) else 1


def before_evaluated(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines up to that of the evaluation; what is declared or handed in later changes nothing of it."""
    found = []
    for line in lines:
        if isinstance(line.entry, Evaluated):
            break
        found.append(line)
    return tuple(found)


def evaluated(lines: Iterable[Line]) -> Evaluated | None:
    """The evaluation that is in the log; None where none is."""
    return next((line.entry for line in lines if isinstance(line.entry, Evaluated)), None)


def opened(lines: Iterable[Line]) -> Line | None:
    """The line of the opening; None where nothing was opened. Opened again later is the same."""
    return next((line for line in lines if isinstance(line.entry, Opened)), None)


def opened_list(lines: Iterable[Line]) -> str:
    """SHA-256 of the list of what was opened; empty where the log has none."""
    line = opened(lines)
    return line.entry.sha256 if line and isinstance(line.entry, Opened) else ""


def declarations(lines: Iterable[Line]) -> Mapping[str, Line]:
    """Login to the line in which somebody declared last."""
    return {line.entry.by: line for line in before_evaluated(lines) if isinstance(line.entry, Declared)}


def conflict(lines: Iterable[Line], login: str) -> str:
    """What somebody declared: ``none`` or ``declared``; empty where nothing."""
    line = declarations(lines).get(login)
    return line.entry.conflict if line and isinstance(line.entry, Declared) else ""


def team(lines: Sequence[Line], organization: Organization | None, zone: tzinfo) -> tuple[str, ...]:
    """Who evaluates, by login: everybody who last declared no conflict, and may evaluate on the day of saying so.

    Others who act on the procurement declare as well, and evaluate nothing; so does who ruled on which bids count.
    """
    ruled = {line.entry.by for line in before_evaluated(lines) if isinstance(line.entry, Ruling)}
    return tuple(
        login
        for login, line in sorted(declarations(lines).items())
        if conflict(lines, login) == "none"
        and login not in ruled
        and organization
        and may(organization, login, "", "evaluate", line.at.astimezone(zone).date())
    )


def receipts(lines: Iterable[Line]) -> Mapping[str, tuple[Line, str]]:
    """Login to the line that receipted the sheet, and the digest in it; the first one counts."""
    found: dict[str, tuple[Line, str]] = {}
    for line in before_evaluated(lines):
        if isinstance(line.entry, Sheet):
            found.setdefault(line.entry.by, (line, line.entry.sha256))
    return found


def mean(scores: Sequence[Decimal]) -> Decimal:
    """Of scores, half up to two decimals."""
    return (sum(scores, Decimal()) / len(scores)).quantize(CENT, ROUND_HALF_UP)


def marks(desk: Desk, bidder: str, criterion: str) -> tuple[Given, ...]:
    """What each sheet gives one bid on one criterion."""
    return tuple(
        given
        for handed in desk.handed
        if handed.sheet
        for marked in handed.sheet.bids
        if desk.labels.get(handed.by, {}).get(marked.label) == bidder
        for given in marked.marks
        if given.criterion == criterion
    )


def in_turn(desk: Desk, passed: Collection[str]) -> tuple[str, ...]:
    """Who is to be judged, where these pass: not whoever came later than so many that pass as awards are offered."""
    earliest = sorted(desk.arrived[bidder] for bidder in passed) if desk.arrived else []
    if len(earliest) < desk.offered:
        return desk.marked
    return tuple(bidder for bidder in desk.marked if desk.arrived[bidder] <= earliest[desk.offered - 1])


def asked_of(desk: Desk, handed: Handed, criteria: Sequence[Item]) -> tuple[str, ...]:
    """Whose bids one sheet is to mark, given which of them pass by that sheet."""
    letters, passed = desk.labels.get(handed.by, {}), set()
    for marked in handed.sheet.bids if handed.sheet else ():
        met = {given.criterion for given in marked.marks if given.passed}
        if letters.get(marked.label) in desk.marked and met >= {criterion.id for criterion in criteria}:
            passed.add(letters[marked.label])
    return in_turn(desk, passed)


def judged_in_turn(desk: Desk, criteria: Sequence[Item]) -> tuple[str, ...]:
    """Whose bids have a result of their own, by what all sheets and settlements come to."""
    passed: set[str] = set()
    for bidder in sorted(desk.arrived.keys() & set(desk.marked), key=lambda one: desk.arrived[one]):
        results = [criterion_result(desk, bidder, criterion) for criterion in criteria]
        if bidder in in_turn(desk, passed) and all(one.passed for one in results):
            passed.add(bidder)
    return in_turn(desk, passed)


def apart(desk: Desk, criteria: Sequence[Item], gap: int) -> Iterator[Apart]:
    """Where scores differ by more than *gap*, or one says pass and another fail; whatever was settled too."""
    for bidder in desk.marked:
        for criterion in criteria:
            given = sorted(marks(desk, bidder, criterion.id), key=_worth)
            if given and _worth(given[-1]) - _worth(given[0]) > (gap if criterion.kind == "rated" else 0):
                yield Apart(bidder, criterion.id, given[0], given[-1])


def criterion_result(desk: Desk, bidder: str, criterion: Item) -> CriterionResult:
    """What one bid came to on one criterion: as it was settled, else the mean, or what all say alike."""
    for settled in desk.settlements:
        if (settled.bidder, settled.given.criterion) == (bidder, criterion.id):
            score = None if settled.given.score is None else mean([settled.given.score])
            return CriterionResult(criterion.id, settled.given.passed, score, settled.note_sha256)
    given = marks(desk, bidder, criterion.id)
    if criterion.kind == "rated":
        return CriterionResult(criterion.id, None, mean([one.score for one in given if one.score is not None]), "")
    return CriterionResult(criterion.id, bool(given) and all(one.passed for one in given), None, "")


def _worth(given: Given) -> Decimal:
    return Decimal(bool(given.passed)) if given.score is None else given.score
