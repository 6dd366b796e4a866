"""Rulings of officers on what is in doubt: two who say the same settle it, and nothing else does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TypeAlias

from board.core.text import Bilingual
from board.model.arrivals import Doubt
from board.model.closing import Closing
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.log import Declared, Evaluated, Head, Line, Ruling, Sheet, Veiled, Verdict
from board.model.opportunity import Opportunity
from board.model.organization import Organization
from board.model.rulings import Matter, Settled, matter, word
from board.state.authority import may
from board.state.instants import contradictory
from board.state.ledger.log import utc

# Under which words of a delegation somebody rules.
WORDS = ("contract", "receive")

# The last word of each officer on one matter, by login.
_Words: TypeAlias = "dict[str, tuple[Line, Ruling]]"


@dataclass(frozen=True, slots=True)
class Bench:
    """By what it is known whether a line of the log that rules is heard.

    Attributes:
        opportunity: The request.
        organization: Whose officers rule; None where it cannot be read, so that nobody does.
        zone: In which days are counted.
    """

    opportunity: Opportunity
    organization: Organization | None
    zone: tzinfo


def bench_of(course: Course, context: Context) -> Bench:
    """Who rules in a procurement that rules of LOG look at."""
    return Bench(course.opportunity, course.procurement.organization, context.zone)


def settled(lines: Iterable[Line], bench: Bench) -> tuple[Settled, ...]:
    """What is settled, in the order in which it came to be.

    A matter is settled with the first line after which two officers or more have spoken, and the last words of all of
    them are the same; what anybody says of it later changes nothing.
    """
    return _read(lines, bench)[0]


def unsettled(lines: Iterable[Line], bench: Bench) -> Mapping[Matter, Sequence[tuple[Line, Ruling]]]:
    """The last word of each officer on what is not settled, in the order of the log."""
    return {what: tuple(words.values()) for what, words in _read(lines, bench)[1].items()}


def unheard(lines: Iterable[Line], bench: Bench) -> tuple[Line, ...]:
    """The lines that rule and count for nothing: by nobody who may, or on what was never in doubt."""
    every = sorted(lines, key=lambda each: each.n)
    heard = {line.n for line, _ in _heard(every, bench)}
    return tuple(line for line in every if isinstance(line.entry, Ruling) and line.n not in heard)


def read_up_to(rulings: Iterable[Settled], cut: int) -> int:
    """The last line of the log that a closing reads for rulings; 0 where it reads none.

    Where a trial board says only behind a ruling that its mailbox is read, that line is the cut, and the last.
    """
    lines = [one.line for one in within(rulings)]
    return max(cut, *lines) if lines else 0


def within(rulings: Iterable[Settled]) -> tuple[Settled, ...]:
    """The rulings that a closing reads: a receipt behind the cut changes nothing of it, whoever says what of it.

    So a closing follows from the log up to its cut and from what was settled of that, whenever it runs.
    """
    return tuple(one for one in rulings if one.verdict.doubt != "receipt-behind-cut")


def published(rulings: Iterable[Settled], closing: Closing, at: datetime) -> tuple[Settled, ...]:
    """The rulings that enter main with an outcome: those that its closing read, and whatever was settled up to *at*."""
    return tuple(one for one in rulings if one.line <= closing.rulings or one.words[-1].at <= at)


def counted_behind(rulings: Iterable[Settled], closing: Closing) -> tuple[Settled, ...]:
    """The rulings by which a bid counts that this closing does not have; what was ruled before a later cut, it has."""
    behind = (one for one in rulings if one.verdict.doubt == "receipt-behind-cut" and one.verdict.counts)
    return tuple(one for one in behind if one.verdict.receipt > closing.line)


def about(doubt: Doubt) -> Matter:
    """What a ruling on *doubt* is about."""
    return doubt.reason, doubt.receipt, "" if doubt.receipt else doubt.bidder


def _heard(lines: Sequence[Line], bench: Bench) -> Sequence[tuple[Line, Ruling]]:
    """The rulings that count, in the order of the log, each by what stands before it."""
    odd = contradictory(lines, bench.opportunity.closes_at)
    found: list[tuple[Line, Ruling]] = []
    for at, line in enumerate(lines):
        entry = line.entry
        if not isinstance(entry, Ruling):
            continue
        before = lines[:at]
        doubtful = _in_doubt(before, entry.verdict, odd) and _in_time(entry.verdict, bench.opportunity)
        if doubtful and _may_rule(before, line, entry.by, bench):
            found.append((line, entry))
    return found


def _may_rule(before: Sequence[Line], line: Line, login: str, bench: Bench) -> bool:
    """Whether somebody held a delegation on the day of the line, did not bid in clear and takes no part in marking."""
    on = line.at.astimezone(bench.zone).date()
    if bench.organization is None or not any(may(bench.organization, login, "", word, on) for word in WORDS):
        return False
    entries = [each.entry for each in before]
    bids = any(isinstance(entry, Head) and entry.bidder == login for entry in entries)
    return not bids and not any(isinstance(one, Declared | Evaluated | Sheet) and one.by == login for one in entries)


def _in_doubt(before: Sequence[Line], verdict: Verdict, odd: frozenset[int]) -> bool:
    """Whether the log leaves open what is ruled on; what only a host could open or show, officers answer for."""
    entries = {line.n: line.entry for line in before if isinstance(line.entry, Head | Veiled)}
    entry = entries.get(verdict.receipt)
    match verdict.doubt:
        case "contradictory-instants":
            return entry is not None and verdict.receipt in odd
        case "unopened-line":
            return isinstance(entry, Veiled)
        case "absent-file":
            return isinstance(entry, Veiled) or bool(entry and entry.blob)
        case "receipt-behind-cut":
            return entry is not None
        case "no-receipt":
            named = (each.bidder for each in entries.values() if isinstance(each, Head))
            return verdict.receipt == 0 and verdict.bidder not in named


def _in_time(verdict: Verdict, opportunity: Opportunity) -> bool:
    """Whether the instant that is ruled is one at which a bid counts, where it is ruled that one does."""
    received = verdict.received
    return received is None or opportunity.published_at <= received < inclusive(opportunity.closes_at)


def _read(lines: Iterable[Line], bench: Bench) -> tuple[tuple[Settled, ...], Mapping[Matter, _Words]]:
    done: dict[Matter, Settled] = {}
    waiting: dict[Matter, _Words] = {}
    for line, ruling in _heard(sorted(lines, key=lambda each: each.n), bench):
        if matter(ruling.verdict) in done:
            continue
        words = waiting.setdefault(matter(ruling.verdict), {})
        # An officer who says something else stands behind those who spoke meanwhile.
        words.pop(ruling.by, None)
        words[ruling.by] = (line, ruling)
        if len(words) > 1 and len({each.verdict for _, each in words.values()}) == 1:
            done[matter(ruling.verdict)] = Settled(ruling.verdict, tuple(word(*each) for each in words.values()))
            del waiting[matter(ruling.verdict)]
    return tuple(done.values()), waiting


def verdict_on(rulings: Iterable[Settled], doubt: Doubt) -> Verdict | None:
    """What was settled of *doubt*; None where nothing was."""
    return next((one.verdict for one in rulings if matter(one.verdict) == about(doubt)), None)


def spoken(lines: Iterable[Line], doubt: Doubt, bench: Bench) -> Sequence[tuple[Line, Ruling]]:
    """The last word of each officer on *doubt*, while it is not settled."""
    return unsettled(lines, bench).get(about(doubt), ())


def named(receipt: int, bidder: str) -> Bilingual:
    """A bid in doubt, by its line of the log, or by whose it is where it has none."""
    if receipt:
        return Bilingual(f"the bid on line {receipt} of the log", f"la soumission de la ligne {receipt} du registre")
    return Bilingual(f"the bid of {bidder}", f"la soumission de {bidder}")


def named_in(doubt: Doubt) -> Bilingual:
    """The bid that is in doubt."""
    return named(doubt.receipt, doubt.bidder)


def command(ref: str, verdict: Verdict) -> str:
    """What a second officer types who says the same."""
    return " ".join(("board settle", ref, *options(verdict), "--as LOGIN"))


def options(verdict: Verdict) -> tuple[str, ...]:
    """What stands behind a REF to say so."""
    words = ["--receipt", str(verdict.receipt)] if verdict.receipt else []
    words += ["--bidder", verdict.bidder] if verdict.bidder else []
    words += ["--counts", "yes" if verdict.counts else "no", "--because", verdict.because]
    words += ["--received", utc(verdict.received)] if verdict.received else []
    words += ["--salt", verdict.salt] if verdict.salt else []
    return tuple(words)
