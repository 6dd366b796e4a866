"""A supplier's offer: `bids/<login>.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.model.scalar import Fields, day, money
from board.model.sealing import Envelope


@dataclass(frozen=True, slots=True)
class Delivered:
    """Finished work that comes with a bid.

    Attributes:
        repository: Address of the public repository where it lies.
        commit: Whole id of the commit that is judged, in hexadecimal.
    """

    repository: str
    commit: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything in a bid but the price.

    Attributes:
        name: Name to show, not verified.
        delivery_date: Day by which the work is delivered.
        registered_for_tax: Whether tax is charged.
        terms: Version of the terms that is accepted.
        publish_answers: Consent to publish the answers of a bid that does not win.
        declares: One yes to every declaration of that version of the terms.
        responses: Criterion to answer.
        delivered: Finished work; None where none comes with the bid.
    """

    name: str
    delivery_date: date
    registered_for_tax: bool
    terms: str
    publish_answers: bool
    declares: bool
    responses: Mapping[str, str]
    delivered: Delivered | None = None


@dataclass(frozen=True, slots=True)
class Bid:
    """One supplier's offer. The names are those of the file.

    Attributes:
        opportunity: REF.
        bidder: Login.
        language: ``en`` or ``fr``.
        amendment: The last one answered, 0 for none.
        price: CAD, before tax; None where the offer is sealed.
        answers: None where they are sealed.
        sealed_offer: None where the offer is in clear.
        sealed_answers: None where the answers are in clear.
    """

    opportunity: str
    bidder: str
    language: str
    amendment: int
    price: Decimal | None
    answers: Answers | None
    sealed_offer: Envelope | None = None
    sealed_answers: Envelope | None = None


def bid(fields: Fields) -> Bid:
    """The offer that a valid bid file holds.

    Raises:
        ImpossibleError: A day cannot be.
    """
    offer, answers = fields["offer"], fields["answers"]
    return Bid(
        opportunity=fields["opportunity"],
        bidder=fields["bidder"],
        language=fields["language"],
        amendment=int(fields["amendment"]),
        price=money(offer["price"]) if "price" in offer else None,
        answers=None if "sealed" in answers else answers_in_clear(answers),
        sealed_offer=_envelope(offer),
        sealed_answers=_envelope(answers),
    )


def answers_in_clear(fields: Fields) -> Answers:
    """The answers of a valid group, from the file or from an envelope.

    Raises:
        ImpossibleError: A day cannot be.
    """
    work = fields.get("delivered")
    return Answers(
        name=fields["name"],
        delivery_date=day(fields["delivery_date"]),
        registered_for_tax=fields["registered_for_tax"],
        terms=fields["terms"],
        publish_answers=fields["publish_answers"],
        declares=fields["declares"],
        responses=fields.get("responses", {}),
        delivered=Delivered(work["repository"], work["commit"]) if work else None,
    )


def _envelope(group: Fields) -> Envelope | None:
    return Envelope(group["sha256"], group["sealed"]) if "sealed" in group else None
