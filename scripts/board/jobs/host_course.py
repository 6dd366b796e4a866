"""What is found of a receipt beside the bid itself: a clock that has gone back, a bid that cannot be taken back."""

from collections.abc import Mapping

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Ground, UnknownProcurementError, ground
from board.jobs.log import end_of_log
from board.model.course import Asked, Course, StepKind
from board.model.host import Receipt
from board.model.snapshot import Snapshot
from board.state.ledger.log import utc


def clock_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...]:
    """What is found of a receipt whose clock has gone back; nothing where main has no such opportunity."""
    facts = {"before": utc(receipt.before)} if receipt.before else {}
    return _found(snapshot, receipt, "receive", facts, ("LOG231",), schemas)


def withdrawal_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...]:
    """Why a branch that went takes no bid back: the closing is past, or the method knows no withdrawal."""
    return _found(snapshot, receipt, "withdraw", {}, ("LOG121", "LOG122"), schemas)


def _found(
    snapshot: Snapshot,
    receipt: Receipt,
    step: StepKind,
    facts: Mapping[str, str],
    codes: tuple[str, ...],
    schemas: Schemas,
) -> tuple[Finding, ...]:
    try:
        found = ground(snapshot, receipt.ref, receipt.at, schemas)
    except UnknownProcurementError:
        return ()
    if not isinstance(found, Ground):
        return ()
    asked = Asked(step, receipt.login, "", receipt.at, facts)
    lines = end_of_log(snapshot).of(receipt.ref)
    course = Course(found.procurement, found.opportunity, lines, 0, None, None, asked)
    return tuple(one for one in judging.course(course, found.context) if one.code in codes)
