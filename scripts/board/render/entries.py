"""What the lists of a site need to know of one procurement, small enough for a board of any size."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.core.text import Bilingual
from board.model.procurement import Procurement
from board.state.lifecycle import State, instants, state
from board.state.told import answers_of


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """One award in a list.

    Attributes:
        login: Who won.
        winner: The name to show.
        price: CAD, before tax.
        decided_at: Instant.
        trial: Whether it counts in no total.
    """

    login: str
    winner: str
    price: Decimal
    decided_at: datetime
    trial: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One procurement in a list.

    Attributes:
        specimen: Whether it is an example of an organization that is none.
        ended_at: Instant of the cancellation; None without one.
        ended_for: Reason of the cancellation; empty without one.
        changes_at: Instants at which its pages change by themselves.
    """

    ref: str
    state: State
    specimen: bool
    title: Bilingual
    summary: Bilingual
    organization: Bilingual
    skills: tuple[str, ...]
    basis: str
    price: Decimal
    method: str
    published_at: datetime
    closes_at: datetime
    awards: tuple[AwardEntry, ...]
    ended_at: datetime | None
    ended_for: str
    changes_at: tuple[datetime, ...]


def entry(procurement: Procurement, now: datetime) -> Entry | None:
    """The entry of a procurement; None without a valid opportunity and organization."""
    opportunity, organization, ended = procurement.opportunity, procurement.organization, procurement.cancellation
    if opportunity is None or organization is None:
        return None
    return Entry(
        ref=procurement.ref,
        state=state(procurement, now),
        specimen=organization.specimen,
        title=opportunity.title,
        summary=opportunity.summary,
        organization=organization.name,
        skills=opportunity.target.skills,
        basis=opportunity.basis,
        price=opportunity.price,
        method=opportunity.selection_method,
        published_at=opportunity.published_at,
        closes_at=opportunity.closes_at,
        awards=tuple(
            AwardEntry(
                login, shown(procurement, login), award.value.price, award.decided_at, award.assurance.mode == "trial"
            )
            for login, award in procurement.awards.items()
        ),
        ended_at=ended.decided_at if ended else None,
        ended_for=ended.reason if ended else "",
        changes_at=instants(opportunity),
    )


def shown(procurement: Procurement, login: str) -> str:
    """The name of a bidder as the bid on main gives it, in clear or opened, else the login."""
    answers = answers_of(procurement, login)
    return answers.name if answers else login
