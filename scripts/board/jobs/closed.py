"""A procurement after its closing: the bids of record, what they hold, what they came to, and what is still missing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from board.jobs.acting import Ground
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.composing import WAIVED, ranking_of
from board.jobs.reading import Content, read_bid
from board.jobs.received import Received, Source
from board.model.award import JudgedBid, RestsOn
from board.model.closing import Closing, Recorded
from board.model.decision import Lack
from board.model.draw import Draws
from board.model.evaluation import Evaluation
from board.model.opportunity import Opportunity
from board.model.reference import bid_branch, bid_path, closing_path, closing_tag, draw_path, evaluation_path
from board.model.snapshot import Snapshot
from board.state.ledger import read_closing
from board.state.ranking import Ranking

CLOSING = "closing.yml"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What officers hold outside every repository until the outcome.

    Attributes:
        openings: Name of file, such as ``maple-works.offer.json``, to content, of each envelope that opened.
        evaluation: `evaluation.yml`; empty where there is none.
    """

    openings: Mapping[str, bytes] = field(default_factory=dict)
    evaluation: bytes = b""


NO_DOSSIER = Dossier()


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tag of a closing holds.

    Attributes:
        commit: That it names.
        closing: The bids of record.
        data: `closing.yml`.
        bids: Login to the bytes of the bid of record.
    """

    commit: str
    closing: Closing
    data: bytes
    bids: Mapping[str, bytes]

    @property
    def sha256(self) -> str:
        """Of `closing.yml`."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed procurement, as far as it is known.

    Attributes:
        tagged: What the closing fixed.
        opportunity: The request.
        received: Each bid of record with what is wrong with it, by login; opened where it was sealed.
        evaluation: The results; None where nothing was evaluated.
        evaluation_data: `evaluation.yml`; empty where there is none.
        draws: The draws that were held; None where none was.
        draws_data: `draw.yml`; empty where there is none.
        openings: Path to content of what is published of the envelopes with an outcome.
        lacks: What is still to be done before anybody is selected.
    """

    tagged: Tagged
    opportunity: Opportunity
    received: tuple[Received, ...]
    evaluation: Evaluation | None = None
    evaluation_data: bytes = b""
    draws: Draws | None = None
    draws_data: bytes = b""
    openings: Mapping[str, bytes] = field(default_factory=dict)
    lacks: tuple[Lack, ...] = ()

    @property
    def rows(self) -> tuple[JudgedBid, ...]:
        """Each bid of record with its price and whether it counts by its form."""
        return tuple(bid.judged for bid in self.received)

    @property
    def ranking(self) -> Ranking:
        """The ranking that follows; only where nothing is lacking."""
        arrivals = {row.bidder: row.received_at for row in self.tagged.closing.bids}
        drawn = self.draws.order if self.draws else ()
        return ranking_of(self.opportunity, self.rows, arrivals, self.evaluation, drawn)

    @property
    def rests_on(self) -> RestsOn:
        """What an outcome rests on."""
        beside = (_sha256(self.evaluation_data), _sha256(self.draws_data))
        return RestsOn(self.tagged.closing.opportunity_sha256, self.tagged.sha256, *beside)

    @property
    def waived(self) -> tuple[str, ...]:
        """What the outcome lacks, by name, in the order of the record."""
        has = {
            "receipts": True,
            "sealing": self.opportunity.bids == "sealed",
            "evaluation": self.evaluation is not None or not self.opportunity.evaluation_criteria,
        }
        return tuple(word for word in WAIVED if not has.get(word, False))

    def arrival(self, login: str) -> str:
        """Whose clock saw the bid of *login* arrive."""
        return next((row.source for row in self.tagged.closing.bids if row.bidder == login), "none")

    def identity(self, login: str) -> str:
        """How it is known who *login* is."""
        row = next((row for row in self.tagged.closing.bids if row.bidder == login), None)
        if row is None or not row.id:
            return "mail" if row and row.source == "mail" else "claimed"
        return "key" if row.id.startswith("key:") else "forge"

    def files(self) -> Mapping[str, bytes]:
        """Path to content of what enters main with the outcome."""
        ref = self.tagged.closing.opportunity
        beside = {evaluation_path(ref): self.evaluation_data, draw_path(ref): self.draws_data}
        told = {path: data for path, data in beside.items() if data}
        return {closing_path(ref): self.tagged.data, **told, **self.openings}


def closed(ground: Ground, dossier: Dossier) -> Closed | None:
    """What is known after the closing; None before it is done."""
    tag = tagged(ground)
    return closed_by(ground, tag, dossier) if tag else None


def closed_by(ground: Ground, tag: Tagged, dossier: Dossier) -> Closed:
    """What is known once a closing has fixed the bids of record."""
    return Closed(tag, ground.opportunity, bids_of_record(ground, tag), evaluation_data=dossier.evaluation)


def tagged(ground: Ground) -> Tagged | None:
    """What the tag of the closing holds; None where there is none, or it holds no closing."""
    tag = ground.snapshot.tag(closing_tag(ground.procurement.ref))
    if tag is None:
        return None
    tree = ground.snapshot.tree(tag.target)
    data = tree.get(CLOSING, b"")
    closing = read_closing(data, ground.record.schemas) if data else None
    if closing is None:
        return None
    found = {row.bidder: tree.get(f"bids/{row.bidder}.yml") for row in closing.bids}
    return Tagged(tag.target, closing, data, {login: bid for login, bid in found.items() if bid is not None})


def bids_of_record(ground: Ground, tag: Tagged) -> tuple[Received, ...]:
    """Each bid of record, judged as it arrived."""
    return tuple(_received(ground, row, tag.bids.get(row.bidder)) for row in tag.closing.bids)


def _received(ground: Ground, row: Recorded, data: bytes | None) -> Received:
    path = bid_path(ground.procurement.ref, row.bidder)
    source = Source(row.bidder, row.id, head_of(ground.snapshot, ground.procurement.ref, row), row.source)
    filed = read_bid(row.bidder, path, Content(data or b"", row.blob), ground.record.schemas)
    alone = replace(ground.procurement, bids={row.bidder: filed})
    context = replace(ground.context, received=row.received_at)
    found = (*judge_document(filed.document), *judge_bid(alone, row.bidder, context, changes=False))
    return Received(source, filed, found)


def head_of(snapshot: Snapshot, ref: str, row: Recorded) -> str:
    """The commit of the supplier that holds the bid of record; empty where this repository has none."""
    path = bid_path(ref, row.bidder)
    names = (f"refs/heads/{bid_branch(row.bidder, ref)}", f"refs/host/received/{row.receipt}/{row.bidder}")
    for name in names:
        head = snapshot.refs.get(name)
        state = snapshot.states(head, path).get(path) if head else None
        if head and state and state.blob == row.blob:
            return head
    return ""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""
