"""What the tag of a closing holds: `closing.yml`, and the bids of record."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from board.core.schema import Schemas
from board.model.closing import Closing, Recorded
from board.model.reference import closing_tag
from board.model.snapshot import Snapshot
from board.state.ledger import read_closing

CLOSING = "closing.yml"
RULINGS = "rulings.yml"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A closing that is done.

    Attributes:
        commit: That the tag names.
        data: `closing.yml`.
        closing: What it says.
        files: Login to the bytes of each bid of record that it lists; empty where the tag has none.
    """

    commit: str
    data: bytes
    closing: Closing
    files: Mapping[str, bytes]

    @property
    def sha256(self) -> str:
        """Of `closing.yml`."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def whole(self) -> bool:
        """Whether the tag holds every bid that the closing lists, to the byte."""
        return all(hashlib.sha256(self.files[row.bidder]).hexdigest() == row.sha256 for row in self.closing.bids)


def tagged(snapshot: Snapshot, ref: str, schemas: Schemas) -> Tagged | None:
    """The closing of a procurement with its bids of record; None where there is no tag, or nothing valid in it."""
    tag = snapshot.tag(closing_tag(ref))
    closing = standing_closing(snapshot, ref, schemas)
    if tag is None or closing is None:
        return None
    tree = snapshot.tree(tag.target)
    files = {row.bidder: tree.get(bid_in_tag(row), b"") for row in closing.bids}
    return Tagged(tag.target, tree[CLOSING], closing, files)


def bid_in_tag(row: Recorded) -> str:
    """Where the tag holds a bid of record."""
    return f"bids/{row.bidder}.yml"


def earlier_in_tag(row: Recorded) -> str:
    """Where the tag holds something else that arrived in time in a reverse auction."""
    return f"earlier/{row.receipt}.yml"


def kept_in_tag(closing: Closing, *, auction: bool) -> Mapping[str, str]:
    """Where the tag holds which blob: the bids of record, and in a reverse auction whatever else came in time."""
    bids = {bid_in_tag(row): row.blob for row in closing.bids}
    return bids | ({earlier_in_tag(row): row.blob for row in closing.earlier if row.blob} if auction else {})


def standing_closing(snapshot: Snapshot, ref: str, schemas: Schemas) -> Closing | None:
    """The closing alone."""
    tag = snapshot.tag(closing_tag(ref))
    data = snapshot.file(tag.target, CLOSING) if tag else None
    closing = read_closing(data, schemas) if data else None
    return closing if closing and closing.opportunity == ref else None
