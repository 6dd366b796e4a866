"""The bids of record, as the tag of the closing holds them, with what was in their envelopes."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs.acting import Ground
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.reading import Content, read, read_bid
from board.model.bid import Bid, bid
from board.model.closing import Closing, Recorded
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path, closing_tag
from board.model.sealing import PARTS, Part
from board.model.snapshot import Snapshot
from board.state.authority import insider
from board.state.canonical import Node, write
from board.state.ledger import read_closing

# Of whoever acts for the organization and bids all the same: the rule that refuses the change bears this name.
INSIDER = "bid-by-insider"

_CLOSING = "closing.yml"
_KEYS = frozenset(("bidder", "content", "key", "opportunity", "part", "salt", "v"))
_SALT = re.compile(r"[0-9a-f]{64}")
_KEY_OF_CONTENT = re.compile(r"[a-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing that is done.

    Attributes:
        closing: What `closing.yml` says.
        sha256: Of its bytes.
        files: Login to the bytes of each bid of record.
    """

    closing: Closing
    sha256: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class OfRecord:
    """One bid of record.

    Attributes:
        recorded: What the closing says of it.
        filed: As its supplier sent it.
        sealed: Whether a group of it is sealed.
        bid: All of it in clear; None where it could not be read.
        findings: Names of the rules that refuse it, each once.
    """

    recorded: Recorded
    filed: FiledBid
    sealed: bool
    bid: Bid | None
    findings: tuple[str, ...]

    @property
    def opened(self) -> bool:
        """Whether it could be read."""
        return self.bid is not None

    @property
    def counts(self) -> bool:
        """Whether it could be read and nothing refuses it."""
        return self.opened and not self.findings


def closed(snapshot: Snapshot, ref: str, schemas: Schemas) -> Closed | None:
    """The closing of a procurement; None where there is none, or where its tag does not hold what it lists."""
    tag = snapshot.tag(closing_tag(ref))
    if tag is None:
        return None
    tree = snapshot.tree(tag.target)
    data = tree.get(_CLOSING)
    closing = read_closing(data, schemas) if data else None
    if data is None or closing is None or closing.opportunity != ref:
        return None
    files = {row.bidder: tree.get(f"bids/{row.bidder}.yml", b"") for row in closing.bids}
    if any(hashlib.sha256(files[row.bidder]).hexdigest() != row.sha256 for row in closing.bids):
        return None
    return Closed(closing, hashlib.sha256(data).hexdigest(), files)


def bids_of_record(ground: Ground, done: Closed, openings: Mapping[str, bytes]) -> tuple[OfRecord, ...]:
    """Every bid of record, judged as it was filed and as it reads in clear, in the order of the closing.

    Args:
        ground: Of the act.
        done: The closing.
        openings: File name, such as ``maple-works.offer.json``, to what was in the envelope, to the byte.
    """
    return tuple(_of_record(ground, row, done.files[row.bidder], openings) for row in done.closing.bids)


def _of_record(ground: Ground, row: Recorded, data: bytes, openings: Mapping[str, bytes]) -> OfRecord:
    schemas, path = ground.record.schemas, bid_path(ground.procurement.ref, row.bidder)
    filed = read_bid(row.bidder, path, Content(data, row.blob), schemas)
    findings = [*_names(ground, ground.procurement, filed)]
    offer = filed.bid
    sealed = offer is not None and bool(offer.sealed_offer or offer.sealed_answers)
    if offer is None or not sealed:
        clear = offer
    else:
        found = _opened(ground, filed, offer, openings)
        if found is None:
            clear = None
        else:
            clear = found.bid
            # Whether the bid should be sealed was judged as it was filed.
            request = replace(ground.opportunity, bids="public")
            findings += _names(ground, replace(ground.procurement, opportunity=request), found)
    on = ground.opportunity.closes_at.astimezone(ground.context.zone).date()
    organization = ground.procurement.organization
    if organization and insider(organization, row.bidder, row.id, on):
        findings.append(INSIDER)
    return OfRecord(row, filed, sealed, clear, tuple(dict.fromkeys(findings)))


def _names(ground: Ground, procurement: Procurement, filed: FiledBid) -> Iterator[str]:
    """Names of what refuses a file, as at rest."""
    alone = replace(procurement, bids={filed.login: filed})
    found = (*judge_document(filed.document), *judge_bid(alone, filed.login, ground.context, changes=False))
    return (finding.name for finding in found if refuses(finding))


def _opened(ground: Ground, filed: FiledBid, offer: Bid, openings: Mapping[str, bytes]) -> FiledBid | None:
    """The bid with both groups in clear, judged as strictly as a file; None where an envelope does not tell."""
    fields: dict[str, Any] = {**cast("Mapping[str, Any]", filed.document.value)}
    for part, envelope in zip(PARTS, (offer.sealed_offer, offer.sealed_answers), strict=True):
        if envelope is None:
            continue
        data = openings.get(f"{filed.login}.{part}.json", b"")
        content = _content(ground.procurement, filed.login, part, data)
        if content is None or hashlib.sha256(data).hexdigest() != envelope.sha256:
            return None
        fields[part] = content
    text = write({key: value for key, value in fields.items() if key != "schema"} | {"schema": 1})
    document, found = read(filed.path, text, "bid", bid, ground.record.schemas)
    return replace(filed, document=document, bid=found)


def _content(procurement: Procurement, login: str, part: Part, data: bytes) -> dict[str, Node] | None:
    """The group in a padded plaintext; None where it is not canonical, or was made for something else."""
    try:
        text = data.decode().removesuffix("\n").rstrip(" ")
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.keys() != _KEYS or _canonical(found) != text:
        return None
    key = procurement.sealing.recipient if procurement.sealing else ""
    meant = (found["v"], found["opportunity"], found["bidder"], found["part"], found["key"])
    if meant != (1, procurement.ref, login, part, key) or not _SALT.fullmatch(str(found["salt"])):
        return None
    content = found["content"]
    return _tidy(content) if isinstance(content, dict) and _writable(content) else None


def _canonical(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _writable(content: Mapping[str, Any]) -> bool:
    """Whether it holds nothing but text, yes and no under keys that cannot be taken for anything else."""
    return all(
        _KEY_OF_CONTENT.fullmatch(key)
        and (isinstance(value, str | bool) or (isinstance(value, dict) and _writable(value)))
        for key, value in content.items()
    )


def _tidy(content: Mapping[str, Any]) -> dict[str, Node]:
    """The same without empty groups, which a canonical file leaves out."""
    return {key: value for key, value in content.items() if value != {}}
