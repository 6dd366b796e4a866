"""What is due in a procurement: one step, by whom, by when, and whether a person has to judge."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal

from board.model.arrivals import Doubt
from board.model.closing import Closing
from board.model.draw import Draws
from board.model.log import Line
from board.model.opportunity import Opportunity
from board.model.organization import Organization

Step = Literal[
    "approve", "publish", "bids", "settle", "mailbox", "ruling", "close", "rerun", "declare", "open", "sheet",
    "evaluate", "folder", "secret", "void", "commit", "beacon", "award", "name", "cancel", "ended",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pending:
    """What a draw waits for.

    Attributes:
        kind: As in `board.state.drawing.Waiting`.
        people: Logins.
        until: Instant from which the draw may be given up; None where that is not the question.
    """

    kind: str
    people: tuple[str, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What duties follow from.

    Attributes:
        state: Of the procurement, as `board.state.lifecycle` names it.
        opportunity: The request.
        organization: Whose it is; None where it cannot be read, so that nobody may do anything.
        live: Whether the board is in service.
        now: Instant.
        on: The same as a day of the board, on which delegations are asked about.
        zone: In which days are counted.
        settled: First instant at which no receipt is on its way any more.
        valid_until: Last instant at which a bid still binds its supplier.
        lines: What the log tells of the procurement, in order.
        cut: The last line of the log that a closing reads; 0 where there is none yet.
        closing: The bids of record; None before it is done.
        doubts: What is in doubt and not settled: before the closing what keeps it from being done, and then what came
            behind its cut.
        ruled_in: Whether a bid counts, as two officers ruled, that the closing does not have.
        lying: How many bids lie here while there is no closing.
        sealed: How many bids of record are sealed.
        keeper: Login of who keeps the key; empty where nothing is sealed.
        team: Who evaluates, by login.
        evaluators: How many there must be; 0 where nothing is evaluated.
        awards: How many were made.
        passing: How many bids pass; None where that cannot be told from what is at hand.
        drawn: Whether it takes a draw; None where that cannot be told from what is at hand.
        draw: What the draw waits for, or what it gave; None where none can be held.
    """

    state: str
    opportunity: Opportunity
    organization: Organization | None
    live: bool
    now: datetime
    on: date
    zone: tzinfo
    settled: datetime
    valid_until: datetime
    lines: tuple[Line, ...] = ()
    cut: int = 0
    closing: Closing | None = None
    doubts: tuple[Doubt, ...] = ()
    ruled_in: bool = False
    lying: int = 0
    sealed: int = 0
    keeper: str = ""
    team: tuple[str, ...] = ()
    evaluators: int = 0
    awards: int = 0
    passing: int | None = None
    drawn: bool | None = None
    draw: Pending | Draws | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is due.

    Attributes:
        step: Which.
        by: Logins of those who can do it, in order; empty where anybody can, or nobody does anything.
        until: Instant by which it is done; None where nothing says so.
        command: Name of the command that does it; empty where there is none.
        options: What stands behind its REF, but for who acts and where things are kept.
        judged: Whether a person has to decide or to declare something.
        anybody: Whether it takes no delegation.
        needs: Of ``as``, ``folder``, ``keys`` and ``beacon``, what the command takes besides.
    """

    step: Step
    by: tuple[str, ...] = ()
    until: datetime | None = None
    command: str = ""
    options: tuple[str, ...] = ()
    judged: bool = False
    anybody: bool = False
    needs: tuple[str, ...] = ()
