"""What a procurement is, and when that changes: no file stores it, and no other place knows."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from board.model.award import UNSUCCESSFUL
from board.model.context import inclusive
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement

State = Literal["planned", "open", "evaluation", "awarded", "unsuccessful", "cancelled"]

# The first row that holds says it. What is recorded goes before what the clock says: an outcome is never undone.
_TABLE: tuple[tuple[State, Callable[[Procurement, Opportunity, datetime], bool]], ...] = (
    ("awarded", lambda procurement, _, __: bool(procurement.awards)),
    ("unsuccessful", lambda procurement, _, __: _ended(procurement) in UNSUCCESSFUL),
    ("cancelled", lambda procurement, _, __: _ended(procurement) != ""),
    ("planned", lambda _, opportunity, now: now < opportunity.published_at),
    ("open", lambda _, opportunity, now: now < inclusive(opportunity.closes_at)),
    ("evaluation", lambda _, __, ___: True),
)

STATES: tuple[State, ...] = ("planned", "open", "evaluation", "awarded", "unsuccessful", "cancelled")


class NoRequestError(ValueError):
    """A folder has no valid opportunity, so nothing can be said of its state.

    Attributes:
        ref: Which.
    """

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} has no valid opportunity")
        self.ref = ref


def state(procurement: Procurement, now: datetime) -> State:
    """What *procurement* is at that instant; the second of the closing is still open.

    Raises:
        NoRequestError: It has no valid opportunity.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        raise NoRequestError(procurement.ref)
    return next(state for state, holds in _TABLE if holds(procurement, opportunity, now))


def instants(opportunity: Opportunity) -> tuple[datetime, ...]:
    """The instants at which a page about *opportunity* changes by itself, each the first of the new state, in order."""
    return tuple(
        sorted(
            (
                opportunity.published_at,
                inclusive(opportunity.questions_close_at),
                inclusive(opportunity.closes_at),
            )
        )
    )


def turned(opportunity: Opportunity, now: datetime) -> datetime | None:
    """The last instant up to *now* at which a page about *opportunity* changed by itself; None before the first."""
    return max((at for at in instants(opportunity) if at <= now), default=None)


def _ended(procurement: Procurement) -> str:
    return procurement.cancellation.reason if procurement.cancellation else ""
