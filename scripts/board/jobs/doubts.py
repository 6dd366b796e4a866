"""What the log, the branches and the files here say of the bids on a procurement, and what none of them can say."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from board.jobs.acting import Ground
from board.jobs.auction import is_auction, of_record
from board.jobs.received import branches
from board.model.arrivals import Arrival, Arrivals, Doubt, Openings
from board.model.closing import Closing
from board.model.log import Line
from board.model.reference import bid_path
from board.model.snapshot import Snapshot
from board.state.arrivals import arrivals
from board.state.rulings import settled, verdict_on


@dataclass(frozen=True, slots=True)
class Told:
    """What is told, up to a line of the log.

    Attributes:
        arrivals: The bids of record, and what is not known by the log alone.
        files: Id of the Git object to each bid that is here; in a reverse auction to each that came in time.
        absent: Those bids whose file is not here, or is not what the log says.
        overtaken: What else came in time from who bid, by receipt; in a reverse auction from everybody.
    """

    arrivals: Arrivals
    files: Mapping[str, bytes] = field(default_factory=dict)
    absent: tuple[Doubt, ...] = ()
    overtaken: tuple[Arrival, ...] = ()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What keeps a closing from being done."""
        return (*self.arrivals.doubts, *self.absent)


NOTHING = Told(Arrivals(()))


def told(ground: Ground, lines: Sequence[Line], openings: Openings, cut: int) -> Told:
    """What is told of the bids up to *cut*, and by two officers of what was in doubt.

    Args:
        ground: What main says.
        lines: Of that procurement.
        openings: Line to what opens it, of the veiled lines.
        cut: The last line that is read.
    """
    snapshot, ref = ground.snapshot, ground.procurement.ref
    there = (
        source.login
        for source in branches(snapshot, ref)
        if snapshot.file(source.head, bid_path(ref, source.login)) is not None
    )
    request = ground.opportunity
    found = arrivals(lines, openings, request.closes_at, cut, there, settled(lines, ground.bench), request.published_at)
    if not is_auction(ground.opportunity):
        taken_back = {line for one in found.withdrawn for line in (one.receipt, *one.lines)}
        return Told(found, *_files(snapshot, found.bids), _rest(found, found.bids, taken_back))
    files, absent = _files(snapshot, found.sent)
    if absent:
        return Told(found, files, absent)
    bids = of_record(ground.procurement, found.sent, files, ground.context, ground.record.schemas)
    # Nothing is taken back there.
    return Told(replace(found, bids=bids, withdrawn=()), files, (), _rest(found, bids, ()))


def behind(ground: Ground, lines: Sequence[Line], closing: Closing) -> tuple[Doubt, ...]:
    """What came too late for a closing to read, though in time for all that the log says, and nobody has settled."""
    rulings = settled(lines, ground.bench)
    late = arrivals(lines, {}, ground.opportunity.closes_at, closing.line).behind
    return tuple(doubt for doubt in late if verdict_on(rulings, doubt) is None)


def _rest(found: Arrivals, bids: Iterable[Arrival], taken_back: Collection[int]) -> tuple[Arrival, ...]:
    """What came in time and neither stands nor was taken back for good, by receipt."""
    stand = {bid.receipt for bid in bids}
    rest = (one for one in found.sent if one.receipt not in stand and one.receipt not in taken_back)
    return tuple(sorted(rest, key=lambda one: one.receipt))


def _files(snapshot: Snapshot, bids: Sequence[Arrival]) -> tuple[dict[str, bytes], tuple[Doubt, ...]]:
    """Blob to the file of each bid, and those whose file is not here or is not what the log says."""
    files: dict[str, bytes] = {}
    absent: list[Doubt] = []
    for bid in bids:
        blob = bid.head.blob
        data = snapshot.blob(blob) if blob and snapshot.has(blob) else b""
        if hashlib.sha256(data).hexdigest() == bid.head.sha256:
            files[blob] = data
        elif blob:
            absent.append(Doubt("absent-file", bid.head.bidder, bid.receipt, bid.at))
    return files, tuple(absent)
