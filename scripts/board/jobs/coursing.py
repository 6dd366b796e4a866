"""The course of a procurement as rules of LOG look at it: what main and the log say, and what somebody asks for."""

from collections.abc import Mapping
from datetime import datetime

from board.core.finding import Finding
from board.jobs import judging
from board.jobs.acting import Actor, Ground
from board.jobs.log import Log, log_of
from board.model.course import Asked, Course, StepKind
from board.model.snapshot import Snapshot
from board.state.ledger.log import BrokenLogError

EMPTY = Log("", (), ())


def log_or_fault(snapshot: Snapshot) -> tuple[Log, int]:
    """The log and 0, or an empty one and the first line that does not follow from the one before."""
    try:
        return log_of(snapshot), 0
    except BrokenLogError as error:
        return EMPTY, error.line


def course_of(
    ground: Ground, log: Log, broken: int, step: StepKind, actor: Actor, facts: Mapping[str, str] | None = None
) -> Course:
    """A step that is asked for, before anything is known of a closing.

    Args:
        ground: What main says.
        log: Of the board.
        broken: The first line that does not follow from the one before; 0 where the log is whole.
        step: Which.
        actor: Who asks; the login is empty where nobody in particular does.
        facts: What comes with it.
    """
    return Course(
        procurement=ground.procurement,
        opportunity=ground.opportunity,
        lines=log.of(ground.procurement.ref),
        broken=broken,
        closing=None,
        evaluation=None,
        asked=Asked(step, actor.by, actor.id, actor.at, facts or {}),
    )


def against_log(ground: Ground, actor: Actor) -> tuple[Finding, ...]:
    """That the log was touched, for whoever is about to write something that rests on it."""
    _, broken = log_or_fault(ground.snapshot)
    return judging.log(course_of(ground, EMPTY, broken, "close", actor), ground.context)


def latest(*instants: datetime | None) -> datetime | None:
    """The last of several instants, where there is any."""
    return max((at for at in instants if at), default=None)
