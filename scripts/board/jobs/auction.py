"""Which head of each supplier stands in a reverse auction: one that is not allowed leaves the one before it in place.

A price that was named is meant. If a head that is raised, that breaks the step or that nobody can read took the place
of the one before it, whoever drove rivals off with a phantom price could make it fail, and an accomplice would win.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.reading import Content, read_bid
from board.model.arrivals import Arrival
from board.model.bid import Bid
from board.model.context import Context
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.reference import bid_path
from board.state.demands import DEMANDS


@dataclass(frozen=True, slots=True)
class Sent:
    """A head that arrived.

    Attributes:
        bidder: Login.
        at: Instant of arrival.
        receipt: The line of the log that tells it.
        data: The file; empty where the bid was to be taken back.
    """

    bidder: str
    at: datetime
    receipt: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands of one supplier.

    Attributes:
        receipt: Of the head.
        at: When it arrived.
        bid: The offer; None where no head of theirs passes, and this is the last one.
    """

    receipt: int
    at: datetime
    bid: Bid | None


def is_auction(opportunity: Opportunity | None) -> bool:
    """Whether rivals see each other's prices, which are then lowered and never taken back."""
    demands = DEMANDS.get(opportunity.selection_method) if opportunity else None
    return demands is not None and demands.auction


def standing(
    procurement: Procurement, sent: Iterable[Sent], context: Context, schemas: Schemas
) -> Mapping[str, Stands]:
    """Login to what stands; who only took bids back has nothing.

    A head stands that passes beside the one that stood when it arrived. Where the same bytes had stood before, their
    first arrival counts.

    Args:
        procurement: Whose request is that of the closing: a bid that an amendment has overtaken stands no more.
        sent: In the order of arrival.
        context: By which bids are judged.
        schemas: Of the program.
    """
    found: dict[str, Stands] = {}
    stood: dict[tuple[str, bytes], Stands] = {}
    for one in sent:
        before = found.get(one.bidder)
        if not one.data:
            continue
        bid = _passing(procurement, one, before.bid if before else None, context, schemas)
        if bid:
            found[one.bidder] = stood.setdefault((one.bidder, one.data), Stands(one.receipt, one.at, bid))
        elif before is None or before.bid is None:
            found[one.bidder] = Stands(one.receipt, one.at, None)
    return found


def of_record(
    procurement: Procurement, sent: Sequence[Arrival], files: Mapping[str, bytes], context: Context, schemas: Schemas
) -> tuple[Arrival, ...]:
    """What stands of each supplier, by login.

    Args:
        procurement: As for `standing`, like the last two.
        sent: Every head in time, in the order of arrival.
        files: Blob to bytes; what is missing is taken for no bid.
        context: By which bids are judged.
        schemas: Of the program.
    """
    heads = {one.receipt: one for one in sent}
    told = (Sent(one.head.bidder, one.at, one.receipt, files.get(one.head.blob, b"")) for one in sent)
    stands = standing(procurement, told, context, schemas)
    return tuple(heads[stands[login].receipt] for login in sorted(stands))


def stood(
    procurement: Procurement, login: str, sent: Mapping[str, Sequence[Sent]], context: Context, schemas: Schemas
) -> Bid | None:
    """What a supplier offered before; None where nothing stands, and in methods that ask for nothing of the kind.

    Args:
        procurement: On which they bid.
        login: Of the supplier.
        sent: REF to what they sent before, in the order of arrival.
        context: By which bids are judged.
        schemas: Of the program.
    """
    if not is_auction(procurement.opportunity):
        return None
    stands = standing(procurement, sent.get(procurement.ref, ()), context, schemas).get(login)
    return stands.bid if stands else None


def _passing(
    procurement: Procurement, one: Sent, earlier: Bid | None, context: Context, schemas: Schemas
) -> Bid | None:
    """The offer, where nothing refuses it beside the one before."""
    filed = read_bid(one.bidder, bid_path(procurement.ref, one.bidder), Content(one.data), schemas)
    alone = replace(procurement, bids={one.bidder: filed})
    received = replace(context, received=one.at)
    found = (*judge_document(filed.document), *judge_bid(alone, one.bidder, received, changes=False, earlier=earlier))
    return None if any(map(refuses, found)) else filed.bid
