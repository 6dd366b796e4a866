"""What is found of a receipt on a host whose clock has gone back."""

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.acting import Ground, UnknownProcurementError, ground
from board.jobs.log import end_of_log
from board.model.course import Asked, Course
from board.model.host import Receipt
from board.model.snapshot import Snapshot
from board.state.ledger.log import utc


def clock_found(snapshot: Snapshot, receipt: Receipt, schemas: Schemas) -> tuple[Finding, ...]:
    """What is found of a receipt whose clock has gone back; nothing where main has no such opportunity."""
    try:
        found = ground(snapshot, receipt.ref, receipt.at, schemas)
    except UnknownProcurementError:
        return ()
    if not isinstance(found, Ground):
        return ()
    facts = {"before": utc(receipt.before)} if receipt.before else {}
    asked = Asked("receive", receipt.login, "", receipt.at, facts)
    lines = end_of_log(snapshot).of(receipt.ref)
    course = Course(found.procurement, found.opportunity, lines, 0, None, None, asked)
    return tuple(one for one in judging.course(course, found.context) if one.code == "LOG231")
