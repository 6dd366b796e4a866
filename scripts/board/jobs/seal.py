"""Seal a bid: what goes into its envelopes, the file that is left, and what is wrong with the bid as a whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.reading import Content, read_bid
from board.model.bid import Bid
from board.model.context import Context
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path
from board.model.scalar import Fields
from board.model.sealing import PARTS, Envelope, Opening, Part
from board.state.envelope import sha256, write_opening
from board.state.ledger import write_sealed_bid
from board.state.opened import envelope_of, group, opened_bid


class UnsealableError(Exception):
    """A bid that was sealed would not open as it was: our failure.

    Attributes:
        part: Which envelope, and why.
    """

    def __init__(self, part: str) -> None:
        super().__init__(f"the envelope {part}")
        self.part = part


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bid that was sealed.

    Attributes:
        path: Where it stands, from the root of the board.
        data: The file.
        findings: What is wrong with the bid, seen from inside; places are those of the file in clear.
    """

    path: str
    data: bytes
    findings: tuple[Finding, ...]


def in_clear(bid: Bid) -> tuple[Part, ...]:
    """The groups that are still to be sealed."""
    return tuple(part for part in PARTS if envelope_of(bid, part) is None)


def plaintexts(filed: FiledBid, bid: Bid, recipient: str, salts: Mapping[Part, str]) -> Mapping[Part, bytes]:
    """What goes into the envelopes, to the byte.

    Args:
        filed: The file in clear.
        bid: What it says.
        recipient: Public key that bids are sealed to.
        salts: Part to 32 random bytes in hexadecimal, of the groups that are still to be sealed.

    Raises:
        TooLongError: The answers do not fit an envelope.
    """
    fields = cast(Fields, filed.document.value)
    return {
        part: write_opening(Opening(part, bid.opportunity, bid.bidder, recipient, salt, group(fields[part])))
        for part, salt in salts.items()
    }


def sealed(
    procurement: Procurement,
    filed: FiledBid,
    bid: Bid,
    texts: Mapping[Part, bytes],
    armours: Mapping[Part, str],
    context: Context,
    schemas: Schemas,
) -> Sealed:
    """The sealed file, proved to open as it was, and judged as its evaluators will see it.

    Args:
        procurement: That is bid on; its key is there.
        filed: The file in clear.
        bid: What it says.
        texts: Part to what is in its envelope, of those that were sealed now.
        armours: Part to that envelope.
        context: Of the board.
        schemas: Of the program.

    Raises:
        UnsealableError: It would not open as it was.
    """
    old = {part: envelope for part in PARTS if (envelope := envelope_of(bid, part))}
    envelopes = {**old, **{part: Envelope(sha256(texts[part]), armours[part]) for part in texts}}
    path, key = bid_path(procurement.ref, bid.bidder), procurement.sealing.recipient if procurement.sealing else ""
    data = write_sealed_bid(bid, envelopes, context.settings)
    opened = opened_bid(read_bid(bid.bidder, path, Content(data), schemas), texts, procurement.ref, key, schemas)
    for part in texts:
        if opened.faults.get(part, "unopened" if part not in opened.parts else ""):
            raise UnsealableError(f"{part}: {opened.faults.get(part, 'not valid')}")
    # What is wrong is shown where the supplier can mend it.
    seen = replace(opened.filed, document=replace(filed.document, path=path))
    with_it = replace(procurement, bids={bid.bidder: seen})
    findings = (*judge_document(seen.document), *judge_bid(with_it, bid.bidder, context, changes=True))
    return Sealed(path, data, tuple(replace(found, path=filed.path) for found in findings))


def copies(ref: str, login: str, clear: bytes, sealed_file: bytes, texts: Mapping[Part, bytes]) -> Mapping[str, bytes]:
    """What the supplier keeps, name to content: each sealing has names of its own, so that none is lost."""
    name = f"{ref.replace('/', '.')}.{login}.{hashlib.sha256(sealed_file).hexdigest()[:12]}"
    return {f"{name}.yml": clear, **{f"{name}.{part}.json": data for part, data in texts.items()}}
