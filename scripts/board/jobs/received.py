"""The bids on one opportunity, wherever they lie, each judged alike."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import Finding, refuses
from board.jobs.acting import Changed
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.log import log_of
from board.jobs.reading import Content, read_bid
from board.jobs.standing import Record
from board.model.award import JudgedBid
from board.model.bid import Bid
from board.model.context import Context
from board.model.log import Head, Line
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path, of_bid_branch
from board.model.snapshot import Snapshot
from board.state.authority import is_mail_name
from board.state.ledger.log import BrokenLogError

_HEADS = "refs/heads/"
_ORIGIN = "refs/remotes/origin/"
_PLAIN = "100644"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a bid may lie.

    Attributes:
        login: Whose bid.
        id: Numeric id of the forge; empty where it is not known.
        head: Commit; empty for a bid that stands on main alone.
        name: How people call the place: a branch, or the number of a pull request.
        by: Login of the officer who entered a bid that came by mail, as the log says; empty for any other.
        entered_at: When; None for any other.
    """

    login: str
    id: str
    head: str
    name: str
    by: str = ""
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """One bid.

    Attributes:
        source: Where it lies.
        filed: The file.
        findings: What is wrong with it, warnings too.
    """

    source: Source
    filed: FiledBid
    findings: tuple[Finding, ...]

    @property
    def passes(self) -> bool:
        """Whether it counts."""
        return not any(map(refuses, self.findings))

    @property
    def judged(self) -> JudgedBid:
        """The line of it in `award.yml`."""
        refusing = tuple(dict.fromkeys(finding.name for finding in self.findings if refuses(finding)))
        bid = self.filed.bid
        price = bid.price if bid else None
        return JudgedBid(self.filed.login, self.filed.blob, self.filed.sha256, price, self.passes, refusing)


def branches(snapshot: Snapshot, ref: str) -> Iterator[Source]:
    """Every branch ``bids/<login>/<REF>``, by login; in a clone also those that only its origin has.

    A bid by mail is given with who entered it, where the log says so.
    """
    mail: dict[tuple[str, str], Line] | None = None
    for login, (name, head) in sorted(_heads(snapshot, ref).items()):
        source = Source(login, "", head, name.removeprefix("refs/").removeprefix("heads/"))
        if is_mail_name(login):
            mail = _by_mail(snapshot, ref) if mail is None else mail
            data = snapshot.file(head, bid_path(ref, login)) or b""
            line = mail.get((login, hashlib.sha256(data).hexdigest()))
            if line and isinstance(line.entry, Head):
                source = replace(source, by=line.entry.by, entered_at=line.at)
        yield source


def _heads(snapshot: Snapshot, ref: str) -> dict[str, tuple[str, str]]:
    """Login to name and commit of a bid's branch."""
    found: dict[str, tuple[str, str]] = {}
    for place in (_ORIGIN, _HEADS):
        for name, head in snapshot.refs.items():
            named = of_bid_branch(name.removeprefix(place)) if name.startswith(place) else None
            if named and named[1] == ref:
                found[named[0]] = (name, head)
    return found


def _by_mail(snapshot: Snapshot, ref: str) -> dict[tuple[str, str], Line]:
    """Name and SHA-256 of each bid that came by mail to the line that tells it; none where the log is broken."""
    try:
        lines = log_of(snapshot).of(ref)
    except BrokenLogError:
        return {}
    heads = ((line.entry, line) for line in reversed(lines) if isinstance(line.entry, Head))
    return {(head.bidder, head.sha256): line for head, line in heads if head.source == "mail"}


def received(
    record: Record, procurement: Procurement, context: Context, sources: Iterable[Source], changed: Changed
) -> tuple[Received, ...]:
    """Each bid that lies at one of *sources*, or on main where none of them is its author's, by login.

    A bid that somebody merged too early stays a bid like any other: neither favoured nor out.

    Args:
        record: Reads the files.
        procurement: As main has it.
        context: By which bids are judged.
        sources: Where bids may lie; where nothing of theirs is, they are passed over.
        changed: Head to what is wrong with the change that brings it, beside its file.
    """
    found: dict[str, Received] = {}
    for source in sources:
        path = bid_path(procurement.ref, source.login)
        for file in record.snapshot.states(source.head, path).values():
            if file.mode == _PLAIN and record.snapshot.has(file.blob):
                bid = judged(record, procurement, context, source, path, file.blob)
                beside = changed.get(source.head, ())
                found[source.login] = replace(bid, findings=(*bid.findings, *beside))
    for login, filed in procurement.bids.items():
        if login not in found:
            source = Source(login, "", "", filed.path)
            found[login] = judged(record, procurement, context, source, filed.path, filed.blob)
    return tuple(found[login] for login in sorted(found))


def judged(
    record: Record,
    procurement: Procurement,
    context: Context,
    source: Source,
    path: str,
    blob: str,
    earlier: Bid | None = None,
) -> Received:
    """One bid as its file, alone, is judged: like a bid at rest, and beside what the same supplier offered before."""
    filed = read_bid(source.login, path, Content(record.snapshot.blob(blob), blob), record.schemas)
    alone = replace(procurement, bids={source.login: filed})
    findings = (
        *judge_document(filed.document),
        *judge_bid(alone, source.login, context, changes=False, earlier=earlier),
    )
    return Received(source, filed, findings)


def with_bids(procurement: Procurement, bids: Iterable[Received]) -> Procurement:
    """The procurement with every bid that was received, wherever it lies."""
    everywhere: Mapping[str, FiledBid] = {bid.source.login: bid.filed for bid in bids}
    return replace(procurement, bids=everywhere)
