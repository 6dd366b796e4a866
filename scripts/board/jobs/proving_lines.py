"""Whether a closing accounts for every line of the log that was in time, each once and for what it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.jobs.acting import Ground
from board.jobs.auction import is_auction, of_record
from board.jobs.log import Log
from board.model.arrivals import Arrivals, Opening
from board.model.closing import Closing
from board.model.context import inclusive
from board.model.log import Head, Line, Veiled
from board.model.rulings import Settled
from board.state.arrivals import arrivals, cut_of, settled_at
from board.state.instants import arrived
from board.state.rulings import settled, verdict_on


@dataclass(frozen=True, slots=True)
class Account:
    """What does not add up.

    Attributes:
        left_out: Lines of the log that the closing says nothing true of.
        overtaken: Logins of whom something else stands than what the closing says.
    """

    left_out: tuple[int, ...] = ()
    overtaken: tuple[str, ...] = ()


def account(ground: Ground, log: Log, closing: Closing, files: Mapping[int, bytes]) -> Account:
    """What does not add up in a closing.

    Only the host opens a line of which nobody bid: who withdrew is not named, so that the closing tells all lines of
    that supplier as one, and nobody else can say whether they are.

    Args:
        ground: The request and the rules, as main had them before the outcome.
        log: Of this clone, as far as it goes.
        closing: That the tag holds.
        files: Line to the file that the tag has of it.
    """
    lines = log.of(ground.procurement.ref)
    rulings = tuple(one for one in settled(lines, ground.bench) if one.line <= closing.rulings)
    rows = {row.receipt: row for row in (*closing.bids, *closing.earlier)}
    heads = {n: Head("host", row.bidder, row.id, row.blob, row.sha256) for n, row in rows.items()}
    openings = {n: Opening(head, rows[n].salt) for n, head in heads.items()}
    opens_at = ground.opportunity.published_at
    told = arrivals(lines, openings, closing.closes_at, closing.line, rulings=rulings, opens_at=opens_at)
    follows = {one.head.bidder: one.receipt for one in told.bids}
    if is_auction(ground.opportunity):
        by_blob = {row.blob: files[n] for n, row in rows.items()}
        stands = of_record(ground.procurement, told.sent, by_blob, ground.context, ground.record.schemas)
        # Nothing is taken back there.
        follows, told = {one.head.bidder: one.receipt for one in stands}, replace(told, withdrawn=())
    counted = {row.bidder: row.receipt for row in closing.bids}
    logins = sorted(follows.keys() | counted.keys())
    # What is behind the cut two officers rule on, whatever the policy says by now.
    ruled = {one.verdict.receipt for one in settled(lines, ground.bench) if one.verdict.doubt == "receipt-behind-cut"}
    left_out = {*_unaccounted(told, closing, rulings, rows), *_late(told, closing)}
    left_out |= {*_behind(ground, log, closing)} - ruled
    return Account(tuple(sorted(left_out)), tuple(n for n in logins if follows.get(n) != counted.get(n)))


def _unaccounted(
    told: Arrivals, closing: Closing, rulings: Sequence[Settled], rows: Mapping[int, object]
) -> Iterator[int]:
    """Lines in time that are in no list of the closing, or in a wrong one."""
    lost = {one.verdict.receipt for one in rulings if one.verdict.doubt == "absent-file"}
    closed = {doubt.receipt for doubt in told.doubts if verdict_on(rulings, doubt) is None} - lost
    clear = {line for one in told.withdrawn for line in (one.receipt, *one.lines)}
    withdrawn = [line for one in closing.withdrawn for line in (one.receipt, *one.lines)]
    yield from (closed | clear) - {*withdrawn}
    # Whoever took a bid back sent at least two things, and no line is another's as well.
    yield from (line for line in withdrawn if line not in closed | clear or withdrawn.count(line) > 1)
    yield from (one.receipt for one in closing.withdrawn if not one.lines)
    yield from {one.receipt for one in told.sent} - rows.keys() - clear


def _late(told: Arrivals, closing: Closing) -> Iterator[int]:
    """Lines of what came after the closing and up to the cut, and is not told as that, or is told wrongly."""
    yield from {one.receipt for one in {*told.late} ^ {*closing.late}}


def _behind(ground: Ground, log: Log, closing: Closing) -> Iterator[int]:
    """Lines between the cut of the closing and the one that follows from the log, where that makes a difference."""
    live, settle = ground.context.settings.mode == "live", ground.context.policy.days.settle_minutes
    ref, settled = ground.procurement.ref, settled_at(closing.closes_at, settle)
    low, high = sorted((cut_of(log.lines, ref, closing.closes_at, settle, settled, live), closing.line))
    yield from (line.n for line in log.of(ref) if low < line.n <= high and _is_in_time(line, closing.closes_at))


def _is_in_time(line: Line, closes_at: datetime) -> bool:
    """Whether a line tells of a bid that arrived until the closing."""
    entry = line.entry
    told = arrived(line, entry if isinstance(entry, Head) else None)
    return isinstance(entry, Head | Veiled) and told < inclusive(closes_at)
