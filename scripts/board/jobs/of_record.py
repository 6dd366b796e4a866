"""The bids of record, as the tag of the closing holds them, with what was in their envelopes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs.acting import Ground
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.reading import Content, read_bid
from board.jobs.tagged import Tagged, tagged
from board.model.bid import Bid
from board.model.closing import Recorded
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path, opening_name
from board.model.sealing import PARTS
from board.model.snapshot import Snapshot
from board.state.authority import insider
from board.state.opened import opened_bid

# Of whoever acts for the organization and bids all the same: the rule that refuses the change bears this name.
INSIDER = "bid-by-insider"


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
    def clear(self) -> FiledBid:
        """The same file with what was in its envelopes, as far as it could be read."""
        return replace(self.filed, bid=self.bid) if self.bid else self.filed

    @property
    def counts(self) -> bool:
        """Whether it could be read and nothing refuses it."""
        return self.opened and not self.findings


def closed(snapshot: Snapshot, ref: str, schemas: Schemas) -> Tagged | None:
    """The closing of a procurement; None where there is none, or where its tag does not hold what it lists."""
    found = tagged(snapshot, ref, schemas)
    return found if found and found.whole else None


def bids_of_record(ground: Ground, done: Tagged, openings: Mapping[str, bytes]) -> tuple[OfRecord, ...]:
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
    ground = replace(ground, context=replace(ground.context, received=row.received_at))
    findings = [*_names(ground, filed)]
    offer = filed.bid
    sealed = offer is not None and bool(offer.sealed_offer or offer.sealed_answers)
    if offer is None or not sealed:
        clear = offer
    else:
        found = _opened(ground, filed, openings)
        clear = found.bid if found else None
        findings += _names(ground, found) if found else ()
    if by_insider(ground.procurement, row.bidder, row.id, row.received_at, ground.context.zone):
        findings.append(INSIDER)
    return OfRecord(row, filed, sealed, clear, tuple(dict.fromkeys(findings)))


def by_insider(procurement: Procurement, bidder: str, identifier: str, at: datetime, zone: tzinfo) -> bool:
    """Whether the bidder acts for the organization on the day of the receipt or of the closing, or is to begin."""
    organization, opportunity = procurement.organization, procurement.opportunity
    if organization is None or opportunity is None:
        return False
    days = {each.astimezone(zone).date() for each in (at, opportunity.closes_at)}
    return any(insider(organization, bidder, identifier, on) for on in days)


def _names(ground: Ground, filed: FiledBid) -> Iterator[str]:
    """Names of what refuses a file, by the instant of its receipt."""
    alone = replace(ground.procurement, bids={filed.login: filed})
    found = (*judge_document(filed.document), *judge_bid(alone, filed.login, ground.context, changes=False))
    return (finding.name for finding in found if refuses(finding))


def _opened(ground: Ground, filed: FiledBid, openings: Mapping[str, bytes]) -> FiledBid | None:
    """The bid as it reads once its envelopes are open; None where one of them does not count."""
    procurement = ground.procurement
    key = procurement.sealing.recipient if procurement.sealing else ""
    texts = {part: openings.get(opening_name(filed.login, part)) for part in PARTS}
    opened = opened_bid(filed, texts, procurement.ref, key, ground.record.schemas)
    return None if opened.faults else opened.filed
