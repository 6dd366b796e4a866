"""What is found of a receipt where the change alone cannot tell it: seldom asked, and loaded only then."""

from collections.abc import Mapping
from dataclasses import replace

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Ground, UnknownProcurementError, ground
from board.jobs.auction import stood
from board.jobs.hosting import sent_before
from board.jobs.log import end_of_log
from board.jobs.received import Source, judged
from board.model.course import Asked, Course, StepKind
from board.model.host import Receipt
from board.model.reference import bid_path
from board.model.snapshot import Snapshot
from board.state.ledger.log import utc


def clock_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...]:
    """What is found of a receipt whose clock has gone back; nothing where main has no such opportunity."""
    facts = {"before": utc(receipt.before)} if receipt.before else {}
    return _found(snapshot, receipt, "receive", facts, ("LOG231",), schemas)


def withdrawal_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...]:
    """Why a branch that went takes no bid back: the closing is past, or the method knows no withdrawal."""
    return _found(snapshot, receipt, "withdraw", {}, ("LOG121", "LOG122"), schemas)


def bid_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...] | None:
    """What is wrong with the file that was receipted, alone; None where nobody can say by what it is judged."""
    found = _ground(snapshot, receipt, schemas)
    if found is None:
        return None
    path, procurement = bid_path(receipt.ref, receipt.login), found.procurement
    context = replace(found.context, received=receipt.at)
    sent = {receipt.ref: sent_before(snapshot, receipt.login, receipt.ref, receipt.line)}
    earlier = stood(procurement, receipt.login, sent, found.context, schemas)
    source = Source(receipt.login, "", receipt.head, "")
    return judged(found.record, procurement, context, source, path, receipt.blob, earlier).findings


def _found(
    snapshot: Snapshot,
    receipt: Receipt,
    step: StepKind,
    facts: Mapping[str, str],
    codes: tuple[str, ...],
    schemas: Schemas,
) -> tuple[Finding, ...]:
    found = _ground(snapshot, receipt, schemas)
    if found is None:
        return ()
    asked = Asked(step, receipt.login, "", receipt.at, facts)
    lines = end_of_log(snapshot).of(receipt.ref)
    course = Course(found.procurement, found.opportunity, lines, 0, None, None, asked)
    return tuple(one for one in judging.course(course, found.context) if one.code in codes)


def _ground(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> Ground | None:
    """By what a receipt is judged; None where main has no such opportunity, or not all that it takes."""
    try:
        found = ground(snapshot, receipt.ref, receipt.at, schemas)
    except UnknownProcurementError:
        return None
    return found if isinstance(found, Ground) else None
