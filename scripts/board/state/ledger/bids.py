"""A sealed bid, as `board seal` writes it: what everybody reads, and two envelopes."""

from collections.abc import Iterator, Mapping

from board.model.bid import Bid
from board.model.board import BoardSettings
from board.model.sealing import PARTS, Envelope, Part
from board.state.canonical import Node, write
from board.state.ledger.reading import schema_address


def write_sealed_bid(bid: Bid, envelopes: Mapping[Part, Envelope], settings: BoardSettings) -> bytes:
    """`bids/<login>.yml` with both groups sealed; its reader is that of every bid.

    Args:
        bid: Whose own groups are left out, in clear or not.
        envelopes: One for each part.
        settings: The board's address leads editors to the schema.
    """
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": bid.opportunity,
        "bidder": bid.bidder,
        "language": bid.language,
        "amendment": bid.amendment,
    }
    groups = "".join(f"{line}\n" for part in PARTS for line in _group(part, envelopes[part]))
    return write(fields, schema_address(settings, "bid")) + groups.encode()


def _group(part: Part, envelope: Envelope) -> Iterator[str]:
    yield f"{part}:"
    yield f'  sha256: "{envelope.sha256}"'
    yield "  sealed: |"
    for line in envelope.sealed.removesuffix("\n").split("\n"):
        yield f"    {line}"
