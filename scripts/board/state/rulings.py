"""Rulings of officers on what is in doubt: two who say the same settle it, and nothing else does."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from board.core.text import Bilingual
from board.model.arrivals import Doubt
from board.model.closing import Closing
from board.model.log import Line, Ruling, Verdict
from board.model.rulings import Matter, Settled, matter, word
from board.state.ledger.log import utc

# The last word of each officer on one matter, by login.
_Words: TypeAlias = "dict[str, tuple[Line, Ruling]]"


def settled(lines: Iterable[Line]) -> tuple[Settled, ...]:
    """What is settled, in the order in which it came to be.

    A matter is settled with the first line after which two officers or more have spoken, and the last words of all of
    them are the same; what anybody says of it later changes nothing.
    """
    return _read(lines)[0]


def unsettled(lines: Iterable[Line]) -> Mapping[Matter, Sequence[tuple[Line, Ruling]]]:
    """The last word of each officer on what is not settled, in the order of the log."""
    return {what: tuple(words.values()) for what, words in _read(lines)[1].items()}


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


def _read(lines: Iterable[Line]) -> tuple[tuple[Settled, ...], Mapping[Matter, _Words]]:
    done: dict[Matter, Settled] = {}
    waiting: dict[Matter, _Words] = {}
    for line in sorted(lines, key=lambda each: each.n):
        ruling = line.entry
        if not isinstance(ruling, Ruling) or matter(ruling.verdict) in done:
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


def spoken(lines: Iterable[Line], doubt: Doubt) -> Sequence[tuple[Line, Ruling]]:
    """The last word of each officer on *doubt*, while it is not settled."""
    return unsettled(lines).get(about(doubt), ())


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
