"""What stands between the closing and the outcome: the bids of record, and what is not in Git yet."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from board.core.schema import Schemas
from board.jobs.reading import Content, read_bid
from board.jobs.tagged import tagged
from board.model.closing import Closing
from board.model.evaluation import Evaluation
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path, evaluation_path, opening_name, opening_path
from board.model.snapshot import Snapshot
from board.state.draw import NOTHING, is_bytes
from board.state.ledger import read_evaluation

# Path below the folder to content: `openings/<login>.offer.json` and `evaluation.yml`, as far as they are there.
Folder = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Closed:
    """What the tag ``closing/<REF>`` holds.

    Attributes:
        closing: The bids of record.
        sha256: Of `closing.yml`.
        bids: Login to bid, of record.
    """

    closing: Closing
    sha256: str
    bids: Mapping[str, FiledBid]


def closed(snapshot: Snapshot, ref: str, schemas: Schemas) -> Closed | None:
    """The closing of a procurement; None where it is not done, or the tag holds none that is valid."""
    found = tagged(snapshot, ref, schemas)
    if found is None:
        return None
    bids = {}
    for row in found.closing.bids:
        if found.files[row.bidder]:
            content = Content(found.files[row.bidder], row.blob)
            bids[row.bidder] = read_bid(row.bidder, bid_path(ref, row.bidder), content, schemas)
    return Closed(found.closing, found.sha256, bids)


@dataclass(frozen=True, slots=True)
class Offer:
    """What an envelope held, as far as ranking and draw need it.

    Attributes:
        salt: 32 bytes in hexadecimal; ``-`` where what was in it is not what an offer holds.
        price: CAD, before tax; None where there is none.
    """

    salt: str
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of the bids of record.

    Attributes:
        closed: What was closed.
        evaluation: None where nothing was evaluated, or it is not at hand.
        evaluation_sha256: Of its file; empty where it is not at hand.
        offers: Login to what was opened.
    """

    closed: Closed
    evaluation: Evaluation | None = None
    evaluation_sha256: str = ""
    offers: Mapping[str, Offer] = field(default_factory=dict)

    @property
    def salts(self) -> Mapping[str, str]:
        """Login to salt, as a draw takes them: ``-`` where a bid was not sealed, or where the evaluation says that it
        did not open; a bid that is absent was not opened yet.
        """
        found: dict[str, str] = {}
        for row in self.closed.closing.bids:
            filed = self.closed.bids.get(row.bidder)
            sealed = filed is not None and filed.bid is not None and filed.bid.sealed_offer is not None
            result = self.evaluation.result(row.bidder) if self.evaluation else None
            if not sealed or (result is not None and not result.opened):
                found[row.bidder] = NOTHING
            elif row.bidder in self.offers:
                found[row.bidder] = self.offers[row.bidder].salt
        return found

    def filed(self) -> Mapping[str, FiledBid]:
        """The bids of record, with the price of each offer that was opened."""
        return {login: self._opened(login, filed) for login, filed in self.closed.bids.items()}

    def _opened(self, login: str, filed: FiledBid) -> FiledBid:
        offer = self.offers.get(login)
        if filed.bid is None or filed.bid.price is not None or offer is None:
            return filed
        return replace(filed, bid=replace(filed.bid, price=offer.price))


def dossier(closed: Closed, procurement: Procurement, folder: Folder, files: Folder, schemas: Schemas) -> Dossier:
    """Everything that is known: from the record once it has an outcome, else from the folder.

    Args:
        closed: The closing.
        procurement: As main has it.
        folder: What is not in Git; empty where no folder was named.
        files: Path from the root of the repository to content, of what main has of the same.
        schemas: Of the program.
    """
    ref = procurement.ref
    written = files.get(evaluation_path(ref)) or folder.get("evaluation.yml") or b""
    offers = {}
    for row in closed.closing.bids:
        path = opening_path(ref, row.bidder, "offer")
        data = files.get(path) or folder.get(f"openings/{opening_name(row.bidder, 'offer')}")
        filed = closed.bids.get(row.bidder)
        envelope = filed.bid.sealed_offer if filed and filed.bid else None
        # What is not what the bid promised is not what was in the envelope.
        if data and envelope and hashlib.sha256(data).hexdigest() == envelope.sha256:
            offers[row.bidder] = _offer(data)
    digest = hashlib.sha256(written).hexdigest() if written else ""
    return Dossier(closed, read_evaluation(written, schemas) if written else None, digest, offers)


def _offer(data: bytes) -> Offer:
    try:
        told: Any = json.loads(data)
        salt, price = told["salt"], told["content"]["price"]
        amount = Decimal(price) if isinstance(price, str) else None
    except (ValueError, KeyError, TypeError, InvalidOperation, RecursionError):
        return Offer(NOTHING, None)
    sound = amount is not None and amount.is_finite()
    return Offer(salt if isinstance(salt, str) and is_bytes(salt) else NOTHING, amount if sound else None)
