"""Who keeps what for one opportunity, and what of it was published already."""

from dataclasses import dataclass

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Request
from board.jobs.standing import Files, Record, files_of
from board.model.decision import Act
from board.model.reference import buyer, sealing_path
from board.model.snapshot import MAIN, Snapshot
from board.state.authority import may

# Whoever answers for a purchase may promise a secret to its draw.
_DRAW = ("post", "evaluate", "approve", "contract", "keep-key")


@dataclass(frozen=True, slots=True)
class Entitled:
    """What somebody is to keep.

    Attributes:
        pair: Whether they keep the key to which bids are sealed.
        recipient: The public key that main names with them as its keeper; empty where it names none.
        commitment: What main says that they promised to the first draw; empty where it says nothing.
        posted: Whether main has the opportunity already.
    """

    pair: bool
    recipient: str = ""
    commitment: str = ""
    posted: bool = False


def entitled(snapshot: Snapshot, request: Request, schemas: Schemas) -> Entitled | tuple[Finding, ...]:
    """What somebody is to keep, or why they are to keep nothing; no finding where main is no board."""
    record = Record(snapshot, schemas)
    files = files_of(snapshot, snapshot.refs[MAIN]) if MAIN in snapshot.refs else Files()
    board, procurement = record.board(files, buyer(request.ref)), record.procurement(files, request.ref)
    context = record.context(files, request.ref, request.at)
    if context is None:
        return judging.files(board, procurement)
    organization = board.organizations.get(buyer(request.ref))
    on = request.at.astimezone(context.zone).date()
    held = {word for word in _DRAW if organization and may(organization, request.by, request.id, word, on)}
    if not held:
        path, by, id_ = sealing_path(request.ref), request.by, request.id
        who = Act(path, organization, "keep-key", by, id_, request.at, on, None, request.clock, None)
        return judging.act(who, context, board.documents.values())
    sealing, opportunity = procurement.sealing, procurement.opportunity
    promised = {row.by: row.sha256 for row in opportunity.commitments} if opportunity else {}
    mine = sealing is not None and sealing.keeper == request.by
    recipient = sealing.recipient if sealing and mine else ""
    return Entitled("keep-key" in held, recipient, promised.get(request.by, ""), posted=opportunity is not None)
