"""Open the sealed bids of record: who may, what was in which envelope, and the line in the log that says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Ground, Request, ground
from board.jobs.coursing import log_or_fault
from board.jobs.log import Log, appended
from board.jobs.reading import Content, read_bid
from board.jobs.tagged import standing_closing, tagged
from board.model.closing import Closing
from board.model.context import Context
from board.model.course import Asked, Course
from board.model.decision import Act
from board.model.log import Opened
from board.model.procurement import FiledBid
from board.model.reference import bid_path, buyer, closing_tag, opening_name, opportunity_path, sealing_path
from board.model.sealing import PARTS, Part, sealing
from board.model.snapshot import MAIN, Edit, Nothing, Outcome, Snapshot
from board.state.ledger.reading import read_valid
from board.state.opened import OpenedBid, envelope_of, list_sha256, opened_bid

# Login and part to what came out of the envelope; None where it did not open.
Texts: TypeAlias = Mapping[tuple[str, Part], bytes | None]


class ContradictoryClosingError(Exception):
    """A closing does not hold the bids that it lists.

    Attributes:
        tag: Its name.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(f"{tag} does not hold the bids that it lists")
        self.tag = tag


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing with the bids that it holds.

    Attributes:
        closing: What it says.
        bids: The bids of record, by login.
    """

    closing: Closing
    bids: tuple[FiledBid, ...]


def closed(snapshot: Snapshot, ref: str, schemas: Schemas) -> Closed | None:
    """The bids of record, from the tag of the closing; None where there is none.

    Raises:
        ContradictoryClosingError: It is not what a closing writes.
    """
    found, name = tagged(snapshot, ref, schemas), closing_tag(ref)
    if snapshot.tag(name) is None:
        return None
    if found is None or not found.whole:
        raise ContradictoryClosingError(name)
    contents = {row.bidder: Content(found.files[row.bidder], row.blob) for row in found.closing.bids}
    bids = (read_bid(login, bid_path(ref, login), content, schemas) for login, content in contents.items())
    return Closed(found.closing, tuple(bids))


def recipient(snapshot: Snapshot, ref: str, schemas: Schemas) -> str:
    """The public key that main names; empty where it names none."""
    tree = snapshot.tree(snapshot.refs[MAIN]) if MAIN in snapshot.refs else {}
    data = tree.get(sealing_path(ref))
    found = read_valid("sealing", data, sealing, schemas) if data else None
    return found.recipient if found else ""


def envelopes(bids: Sequence[FiledBid]) -> Mapping[tuple[str, Part], str]:
    """Login and part to the envelope, of all that there are."""
    found = ((bid.login, part, envelope_of(bid.bid, part)) for bid in bids if bid.bid for part in PARTS)
    return {(login, part): envelope.sealed for login, part, envelope in found if envelope}


def judged(bids: Sequence[FiledBid], texts: Texts, ref: str, key: str, schemas: Schemas) -> tuple[OpenedBid, ...]:
    """Each bid with what was in its envelopes, or why these do not count.

    Args:
        bids: As they were filed.
        texts: What came out, of the key or of the folder in which it is kept.
        ref: Of the procurement.
        key: Public key that bids are sealed to.
        schemas: Of the program.
    """
    return tuple(
        opened_bid(bid, {part: texts.get((bid.login, part)) for part in PARTS}, ref, key, schemas) for bid in bids
    )


def findings(bids: Sequence[FiledBid], opened: Sequence[OpenedBid], context: Context) -> tuple[Finding, ...]:
    """What is wrong with envelopes, for officers; the places are those of the sealed files."""
    documents = [bid.document for bid in bids]
    return tuple(found for each in opened for found in judging.opening(each, context, documents))


def folder_of(opened: Sequence[OpenedBid]) -> Mapping[str, bytes]:
    """What is kept until the outcome, name to content: the plaintexts of the envelopes that count."""
    texts = {(each.filed.login, part): data for each in opened for part, data in each.plaintexts.items()}
    return {opening_name(login, part): data for (login, part), data in texts.items()}


def list_of(opened: Sequence[OpenedBid]) -> str:
    """The digest of what was opened, for the log: of the bids of which every envelope counts."""
    return list_sha256(each.filed for each in opened if each.parts and not each.faults)


def texts_of(folder: Mapping[str, bytes]) -> Texts:
    """The same, read back; what has another name is passed over."""
    found: dict[tuple[str, Part], bytes | None] = {}
    for name, data in folder.items():
        login, _, rest = name.partition(".")
        for part in PARTS:
            if rest == f"{part}.json":
                found[login, part] = data
    return found


def decide(snapshot: Snapshot, request: Request, schemas: Schemas, listed: str = "") -> Outcome:
    """The line `opened` in the log, nothing where it stands, or why nothing may be opened.

    Args:
        snapshot: Of the repository.
        request: Who opens what, and when.
        schemas: Of the program.
        listed: What `list_of` tells of what came out; empty before anything is opened, to ask whether it may be.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
        ContradictoryClosingError: The closing is not what a closing writes.
    """
    found = ground(snapshot, request.ref, request.at, schemas)
    if not isinstance(found, Ground):
        return found
    log, broken = log_or_fault(snapshot)
    closing, name = standing_closing(snapshot, request.ref, schemas), closing_tag(request.ref)
    if closing is None and snapshot.tag(name) is not None:
        raise ContradictoryClosingError(name)
    against = tuple(_against(found, request, log, broken, closing, listed))
    if any(map(refuses, against)):
        return against
    if any(isinstance(line.entry, Opened) for line in log.of(request.ref)):
        return Nothing()
    commit, _ = appended(log, request.ref, request.at, [Opened(request.by, listed)])
    return Edit(request.by, request.at, (commit,))


def _against(
    ground: Ground, request: Request, log: Log, broken: int, closing: Closing | None, listed: str
) -> Iterator[Finding]:
    """What stands against who opens, and against opening now."""
    procurement, context = ground.procurement, ground.context
    opened = any(isinstance(line.entry, Opened) for line in log.of(request.ref))
    on = request.at.astimezone(context.zone).date()
    who = Act(
        path=opportunity_path(request.ref),
        organization=procurement.organization,
        word="keep-key",
        by=request.by,
        id=request.id,
        at=request.at,
        on=on,
        total=None,
        clock=request.clock,
        last=None if opened else log.last,
    )
    board = ground.record.board(ground.files, buyer(request.ref))
    yield from judging.act(who, context, board.documents.values())
    asked = Asked("open", request.by, request.id, request.at, {"openings": listed} if listed else {})
    course = Course(procurement, ground.opportunity, log.of(request.ref), broken, closing, None, asked)
    yield from judging.course(course, context)
