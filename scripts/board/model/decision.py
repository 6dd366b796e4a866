"""What rules of AWD look at: somebody who acts, what may be chosen from, the award that is made, an end without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from board.model.award import Award, Cancellation
from board.model.bid import Bid
from board.model.history import ClosingProof
from board.model.opportunity import Opportunity
from board.model.organization import Organization
from board.model.procurement import Procurement

# What may be missing between the closing and an award.
Lack = Literal["closing", "openings", "evaluation", "draw"]


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody acts with a delegation.

    Attributes:
        path: The file that the act writes.
        organization: For which; its people are those before the act. None where its file is missing or not valid.
        word: What the delegation has to say, one of `MAY`.
        by: Login of who acts.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant of the act.
        on: Its day, in the zone of the board.
        total: CAD, with tax; None where the act costs nothing.
        clock: ``machine``, ``forge`` or ``given``.
        last: Instant of the latest act on the record; None where there is none.
    """

    path: str
    organization: Organization | None
    word: str
    by: str
    id: str
    at: datetime
    on: date
    total: Decimal | None
    clock: str
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Selection:
    """What an award is chosen from, before anybody is named.

    Attributes:
        procurement: As it stands: awards and cancellation that are there already, and every bid there is.
        opportunity: The request.
        at: Instant at which it would be awarded.
        runnable: Whether this program has the method, and the bids are in clear.
        bidder: Login that the officer names; empty for the one that the method selects.
        undecided: Logins tied for one place.
        passing: How many bids pass; None before the closing, when nobody ranks them.
        lacks: What has to be done before anybody is selected, each of `Lack`.
        ruled_in: Lines of the log whose bid counts, as two officers ruled, and is not in the closing.
        in_doubt: Lines of the log behind the closing whose bid nobody has ruled on; known where an award is made only.
        untrue: Places of `evaluation.yml` that do not follow from closing, log and rules.
        closing: On which it rests, beside what it follows from; None where there is none, or a proof looks at it.
    """

    procurement: Procurement
    opportunity: Opportunity
    at: datetime
    runnable: bool
    bidder: str
    undecided: tuple[str, ...]
    passing: int | None
    lacks: tuple[Lack, ...] = ()
    ruled_in: tuple[int, ...] = ()
    in_doubt: tuple[int, ...] = ()
    untrue: tuple[str, ...] = ()
    closing: ClosingProof | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An award that somebody is about to make, or made.

    Attributes:
        procurement: As it stood before the award: awards and cancellation that were there already.
        opportunity: The request.
        award: The decision.
        bid: The bid that is awarded; None where its file is not valid, or not there to be read.
        selected: Logins that the published method selects, best first, as many as are offered; recomputed.
        passes: Whether the awarded bid passes `check`.
        earlier: Awards of the same organization to the same supplier in the months before that policy names.
        path: Where `award.yml` stands, or would.
    """

    procurement: Procurement
    opportunity: Opportunity
    award: Award
    bid: Bid | None
    selected: tuple[str, ...]
    passes: bool
    earlier: tuple[Award, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A procurement that somebody is about to end without an award.

    Attributes:
        procurement: As it stood before; its bids are those on main and those on branches.
        opportunity: The request.
        cancellation: How it is to end.
        passes: Login of each bid to whether it passes `check`; None where a clone cannot know.
        path: Where `cancellation.yml` stands, or would.
    """

    procurement: Procurement
    opportunity: Opportunity
    cancellation: Cancellation
    passes: Mapping[str, bool] | None
    path: str
