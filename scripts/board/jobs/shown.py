"""A procurement with an outcome as its pages show it: the bids of record beside it, and what they came to."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.of_record import INSIDER, by_insider
from board.jobs.reading import Content, read_bid
from board.model.closing import Closing, Recorded
from board.model.context import Context
from board.model.evaluation import Evaluation, Result
from board.model.procurement import FiledBid, Procurement
from board.model.reference import bid_path, opening_path
from board.model.sealing import PARTS
from board.state.opened import opened_bid


def wanted(procurement: Procurement) -> tuple[str, ...]:
    """Ids of the blobs that hold bids of record which do not lie on main; none before the outcome."""
    closing = procurement.closing
    return tuple(row.blob for row in closing.bids if row.bidder not in procurement.bids) if closing else ()


def shown(
    procurement: Procurement, blobs: Mapping[str, bytes], context: Context | None, schemas: Schemas
) -> Procurement:
    """The same with every bid of record that is at hand, and with the results that follow where none were recorded.

    Args:
        procurement: As main has it.
        blobs: Id to content, of `wanted`; one that is missing is left out.
        context: By which bids are judged; None where settings or policy cannot be read.
        schemas: Of the program.
    """
    closing = procurement.closing
    if closing is None:
        return procurement
    found = {row.bidder: filed for row in closing.bids if (filed := _filed(procurement, row, blobs, schemas))}
    whole = replace(procurement, bids=found | dict(procurement.bids))
    if procurement.evaluation or context is None:
        return whole
    # Nobody evaluated, so what the rules say of each bid is its result.
    results = tuple(_results(whole, closing, context, schemas))
    return replace(whole, evaluation=Evaluation(procurement.ref, "", (), results)) if results else whole


def _filed(procurement: Procurement, row: Recorded, blobs: Mapping[str, bytes], schemas: Schemas) -> FiledBid | None:
    data = blobs.get(row.blob)
    if data is None or hashlib.sha256(data).hexdigest() != row.sha256:
        return None
    return read_bid(row.bidder, bid_path(procurement.ref, row.bidder), Content(data, row.blob), schemas)


def _results(procurement: Procurement, closing: Closing, context: Context, schemas: Schemas) -> Iterator[Result]:
    """Of each bid that can be read whole; of a sealed one whose answers are not published nothing is said."""
    for row in closing.bids:
        filed = procurement.bids.get(row.bidder)
        clear = _clear(procurement, filed, schemas) if filed else None
        if clear is None:
            continue
        alone = replace(procurement, bids={row.bidder: clear})
        received = replace(context, received=row.received_at)
        judged = (*judge_document(clear.document), *judge_bid(alone, row.bidder, received, changes=False))
        names = tuple(dict.fromkeys(finding.name for finding in judged if refuses(finding)))
        if by_insider(procurement, row.bidder, row.id, row.received_at, context.zone):
            names = (*names, INSIDER)
        yield Result(row.bidder, opened=True, result="fail" if names else "pass", criteria=(), findings=names)


def _clear(procurement: Procurement, filed: FiledBid, schemas: Schemas) -> FiledBid | None:
    bid = filed.bid
    if bid is None or not (bid.sealed_offer or bid.sealed_answers):
        return filed
    paths = {part: opening_path(procurement.ref, filed.login, part) for part in PARTS}
    texts = {part: procurement.openings.get(path) for part, path in paths.items()}
    key = procurement.sealing.recipient if procurement.sealing else ""
    opened = opened_bid(filed, texts, procurement.ref, key, schemas)
    return None if opened.faults else opened.filed
