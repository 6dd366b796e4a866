"""From receipts to bids of record: which heads count at a closing, from the lines of the log alone.

Only instants that a receipt tells are read, never the dates of Git objects: whoever makes an object chooses those.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from board.model.arrivals import Arrival, Arrivals, Doubt, Opening
from board.model.closing import Attempt, Seen
from board.model.context import inclusive
from board.model.log import Head, Line, MailboxRead, Reason, Veiled, Verdict
from board.model.rulings import Settled
from board.state.instants import arrived, contradicts, in_order
from board.state.ledger.log import digest_of
from board.state.rulings import verdict_on, within


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line that tells of a head.

    Attributes:
        line: Of the log.
        head: What was sent; None where nobody opens the line.
        salt: What opened it; empty where it is in clear.
        at: Instant of arrival.
        order: Instant by which it stands among the heads of its bidder.
        contradicted: Whether order and clock, or two clocks, cannot both be right.
        source: Whose clock is believed, or that two officers ruled when it came.
    """

    line: Line
    head: Head | None
    salt: str
    at: datetime
    order: datetime
    contradicted: bool
    source: Seen


def cut_of(lines: Sequence[Line], ref: str, closes_at: datetime, settle_minutes: int, now: datetime, live: bool) -> int:
    """The last line of the log that a closing reads; 0 where there is none yet.

    It is the line with which an officer says that the mailbox is read. A trial board may take no bids by mail, so
    there it is else the last line before the log had settled, once it has.

    Args:
        lines: The whole log, in order.
        ref: Of the procurement.
        closes_at: Last second at which a bid counts.
        settle_minutes: How long receipts may still reach the log.
        now: The instant asked about.
        live: Whether the board is in service.
    """
    read = mailbox_reading((line for line in lines if line.ref == ref), closes_at)
    settled = settled_at(closes_at, settle_minutes)
    if read or live or now < settled:
        return read.n if read else 0
    cut = 0
    for line in lines:
        if line.at >= settled:
            break
        cut = line.n
    return cut


def mailbox_reading(lines: Iterable[Line], closes_at: datetime) -> Line | None:
    """The first line of a procurement that says that the mailbox is read; None where none does.

    One from before the closing, which an amendment has since moved, says nothing of what arrived until then.
    """
    too_late = inclusive(closes_at)
    return next((line for line in lines if isinstance(line.entry, MailboxRead) and line.at >= too_late), None)


def settled_at(closes_at: datetime, settle_minutes: int) -> datetime:
    """The first instant at which no receipt of a bid in time is on its way any more."""
    return inclusive(closes_at) + timedelta(minutes=settle_minutes)


def arrivals(
    lines: Iterable[Line],
    openings: Mapping[int, Opening],
    closes_at: datetime,
    cut: int,
    branches: Iterable[str] = (),
    rulings: Iterable[Settled] = (),
    opens_at: datetime | None = None,
) -> Arrivals:
    """What the lines of one procurement say of the bids on it.

    The bid of record is the last head of its bidder up to the closing, inclusive to the second; where the same bytes
    of the same bidder had arrived before, by whatever way, the first arrival counts: of those from the opening on,
    where there are any. Mail arrives when it reaches the server of the government, whenever somebody enters it.

    Args:
        lines: Of that procurement, in any order.
        openings: Line to what opens it; what does not fit its digest opens nothing.
        closes_at: Last second at which a bid counts.
        cut: The last line that is read.
        branches: Logins of whom a bid lies on a branch; who is in no line of the log has no receipt.
        rulings: What two officers settled of what was in doubt.
        opens_at: From when bids are taken; None where that is not asked.
    """
    too_late, read = inclusive(closes_at), within(rulings)
    opened = {**openings, **{one.verdict.receipt: _shown(one.verdict) for one in read if one.verdict.salt}}
    seen = tuple(_seen(lines, opened, too_late))
    told = [one for one in (_ruled(each, read, closes_at) for each in seen if each.line.n <= cut) if one]
    doubts = [_doubt(one) for one in told if _doubtful(one, too_late)]
    in_time = [one for one in told if one.at < too_late and not one.contradicted]
    bids, withdrawn = _standing(in_time, opens_at)
    ruled = tuple(_ruled_in(read, frozenset(one.head.bidder for one in told if one.head)))
    sent = (Arrival(one.head, one.at, one.line.n, one.salt, one.source) for one in _in_order(in_time) if one.head)
    known = {one.head.bidder for one in seen if one.head}
    unseen = [Doubt("no-receipt", login) for login in sorted({*branches} - known)]
    doubts += (doubt for doubt in unseen if verdict_on(read, doubt) is None)
    late = (_attempt(one) for one in told if one.at >= too_late and not one.contradicted)
    behind = (one for one in seen if one.line.n > cut and (one.at < too_late or one.contradicted))
    return Arrivals(
        bids=tuple(sorted((*_not_lost(bids, read), *ruled), key=lambda bid: bid.head.bidder)),
        withdrawn=withdrawn,
        late=tuple(attempt for attempt in late if attempt.digest),
        doubts=tuple(doubts),
        sent=(*_not_lost(sent, read), *ruled),
        behind=tuple(
            Doubt("receipt-behind-cut", one.head.bidder if one.head else "", one.line.n, one.at) for one in behind
        ),
    )


def _seen(lines: Iterable[Line], openings: Mapping[int, Opening], too_late: datetime) -> Iterator[_Seen]:
    """Each line that tells of a head, in the order of the log."""
    for line, order in in_order(lines):
        entry = line.entry
        if not isinstance(entry, Head | Veiled):
            continue
        head, salt = _opened(line, openings) if isinstance(entry, Veiled) else (entry, "")
        at = arrived(line, head)
        # Mail stands where it arrived, whenever somebody entered it.
        stands = at if entry.source == "mail" else order
        yield _Seen(line, head, salt, at, stands, contradicts(line, at, order, too_late), entry.source)


def _opened(line: Line, openings: Mapping[int, Opening]) -> tuple[Head | None, str]:
    opening, entry = openings.get(line.n), line.entry
    fits = opening and isinstance(entry, Veiled) and digest_of(opening.head, opening.salt) == entry.digest
    return (opening.head, opening.salt) if opening and fits else (None, "")


def _standing(seen: Iterable[_Seen], opens_at: datetime | None) -> tuple[tuple[Arrival, ...], tuple[Attempt, ...]]:
    """What stands of each bidder at the closing, and what was taken back."""
    heads: dict[str, list[tuple[Head, _Seen]]] = {}
    for one in _in_order(seen):
        if one.head:
            heads.setdefault(one.head.bidder, []).append((one.head, one))
    bids: list[Arrival] = []
    withdrawn: list[Attempt] = []
    for login in sorted(heads):
        last, _ = heads[login][-1]
        sent = [(head, one) for head, one in heads[login] if head.blob]
        if last.blob:
            same = [(head, one) for head, one in sent if head.sha256 == last.sha256]
            head, first = next((pair for pair in same if opens_at is None or pair[1].at >= opens_at), same[0])
            bids.append(Arrival(head, first.at, first.line.n, first.salt, first.source))
        elif sent:
            taken_back = _attempt(sent[-1][1])
            rest = sorted(one.line.n for _, one in heads[login] if one.line.n != taken_back.receipt)
            withdrawn.append(replace(taken_back, lines=tuple(rest)))
    return tuple(bids), tuple(sorted(withdrawn, key=lambda one: one.receipt))


def _in_order(seen: Iterable[_Seen]) -> Sequence[_Seen]:
    return sorted(seen, key=lambda one: (one.order, one.line.n))


def _attempt(one: _Seen) -> Attempt:
    """Its line as a closing tells it; without digest where a bid was taken back in clear, which tells no file."""
    entry = one.line.entry
    if isinstance(entry, Veiled):
        return Attempt(one.line.n, entry.digest)
    return Attempt(one.line.n, one.head.sha256 if one.head else "")


def _doubtful(one: _Seen, too_late: datetime) -> bool:
    return one.contradicted or (one.head is None and one.at < too_late)


def _doubt(one: _Seen) -> Doubt:
    reason: Reason = "contradictory-instants" if one.contradicted else "unopened-line"
    return Doubt(reason, one.head.bidder if one.head else "", one.line.n, one.at)


def _ruled(one: _Seen, rulings: Sequence[Settled], closes_at: datetime) -> _Seen | None:
    """A line as two officers ruled on it; None where they ruled that it does not count.

    A line that nobody opened when they ruled may open elsewhere, and does not count there either.
    """
    unopened = verdict_on(rulings, Doubt("unopened-line", "", one.line.n))
    verdict = verdict_on(rulings, _doubt(one)) if one.contradicted else None
    if any(each and not each.counts for each in (unopened, verdict)):
        return None
    if verdict is None or verdict.received is None:
        return one
    # It stands among the lines of its bidder where the log has it, which is after every other one in time.
    order = closes_at if one.source == "host" else verdict.received
    return replace(one, at=verdict.received, order=order, contradicted=False, source="ruling")


def _shown(verdict: Verdict) -> Opening:
    """What a supplier’s receipt says that a line is about."""
    return Opening(Head("host", verdict.bidder, "", verdict.blob, verdict.sha256), verdict.salt)


def _not_lost(bids: Iterable[Arrival], rulings: Sequence[Settled]) -> Iterator[Arrival]:
    """The bids without those whose file is lost.

    Whose last file is lost is out: what that supplier had sent before is not what they offer. In a reverse auction it
    is, and the step before stands.
    """
    return (bid for bid in bids if verdict_on(rulings, Doubt("absent-file", "", bid.receipt)) is None)


def _ruled_in(rulings: Sequence[Settled], told: frozenset[str]) -> Iterator[Arrival]:
    """The bids that two officers took in of suppliers of whom no line tells."""
    for one in rulings:
        verdict = one.verdict
        if verdict.doubt == "no-receipt" and verdict.received and verdict.bidder not in told:
            head = Head("host", verdict.bidder, "", verdict.blob, verdict.sha256)
            yield Arrival(head, verdict.received, one.line, "", "ruling")
