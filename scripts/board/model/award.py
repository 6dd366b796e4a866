"""The decision that forms a contract: `awards/<login>/award.yml`, and how a purchase ends without one."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from board.core.text import Bilingual
from board.model.scalar import Fields, bilingual, day, instant, maybe_bilingual, money


@dataclass(frozen=True, slots=True)
class TaxAmount:
    """One tax on a price.

    Attributes:
        code: Such as ``HST-ON``.
        rate: Per cent.
        amount: CAD, rounded to the cent by itself, half up.
    """

    code: str
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ContractValue:
    """What a contract costs.

    Attributes:
        price: CAD, before tax.
        taxes: What the selected supplier really charges.
        total: CAD, with tax.
    """

    price: Decimal
    taxes: tuple[TaxAmount, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class JudgedBid:
    """One bid among which an award chose.

    Attributes:
        bidder: Login.
        blob: Id of the Git blob.
        sha256: Of the file's bytes.
        price: CAD, before tax; None where the file could not be read.
        passed: Whether it counts.
        findings: Names of the rules that refuse it.
    """

    bidder: str
    blob: str
    sha256: str
    price: Decimal | None
    passed: bool
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assurance:
    """What an award rests on, in one word each.

    Attributes:
        identity: How it is known who the supplier is: ``claimed``, ``key``, ``forge`` or ``mail``.
        arrival: ``none``, ``host``, ``forge`` or ``mail``.
        clock: ``machine``, ``forge`` or ``given``.
        mode: ``trial`` or ``live``.
    """

    identity: str
    arrival: str
    clock: str
    mode: str


@dataclass(frozen=True, slots=True)
class RestsOn:
    """From what a decision follows: SHA-256 of each file, empty where there is none.

    Attributes:
        opportunity: Of the request as it stood at closing.
        closing: Of `closing.yml`.
        evaluation: Of `evaluation.yml`.
        draw: Of `draw.yml`.
    """

    opportunity: str
    closing: str = ""
    evaluation: str = ""
    draw: str = ""


# Their names, in the order of the record.
RESTS_ON = ("opportunity", "closing", "evaluation", "draw")


@dataclass(frozen=True, slots=True)
class Award:
    """The decision, recorded. The names are those of the file.

    Attributes:
        id: Numeric id of the supplier on the forge; empty where it was not attested.
        rests_on: SHA-256 of the files from which it follows.
        bids: What the award chose among; empty where `closing.yml` says it.
        reason: Generated from the ranking.
        waived: What is missing, by name.
    """

    opportunity: str
    bidder: str
    id: str
    blob: str
    sha256: str
    method: str
    rests_on: RestsOn
    bids: tuple[JudgedBid, ...]
    value: ContractValue
    terms: str
    work_start: date | None
    work_end: date
    formed_by: str
    reason: Bilingual
    decided_by: str
    decided_at: datetime
    published_on: date
    complaints_until: date
    assurance: Assurance
    waived: tuple[str, ...]
    justification: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Cancellation:
    """When and why a purchase ended without an award.

    Attributes:
        opportunity: REF.
        reason: One of the fixed words; the first three make it unsuccessful.
        decided_by: Login.
        decided_at: Instant.
        text: What is said beside the fixed sentence.
    """

    opportunity: str
    reason: str
    decided_by: str
    decided_at: datetime
    text: Bilingual | None


UNSUCCESSFUL = ("no-bid", "none-passes", "too-few-bids")
CANCELLED = ("no-longer-needed", "no-funds", "flawed", "outside-events", "leak")


def award(fields: Fields) -> Award:
    """The decision that a valid `award.yml` holds.

    Raises:
        ImpossibleError: A day or an instant cannot be.
    """
    contract, value, notice, assurance = fields["contract"], fields["value"], fields["notice"], fields["assurance"]
    return Award(
        opportunity=fields["opportunity"],
        bidder=fields["bidder"],
        id=fields.get("id", ""),
        blob=fields["bid"]["blob"],
        sha256=fields["bid"]["sha256"],
        method=fields["method"],
        rests_on=RestsOn(*(fields["rests_on"].get(f"{name}_sha256", "") for name in RESTS_ON)),
        bids=tuple(_judged(row) for row in fields.get("bids", ())),
        value=ContractValue(
            money(value["price"]),
            tuple(TaxAmount(row["code"], Decimal(row["rate"]), money(row["amount"])) for row in value["taxes"]),
            money(value["total"]),
        ),
        terms=contract["terms"],
        work_start=day(contract["start"]) if "start" in contract else None,
        work_end=day(contract["end"]),
        formed_by=contract["formed_by"],
        reason=bilingual(fields["reason"]),
        decided_by=fields["decided_by"],
        decided_at=instant(fields["decided_at"]),
        published_on=day(notice["published_on"]),
        complaints_until=day(notice["complaints_until"]),
        assurance=Assurance(assurance["identity"], assurance["arrival"], assurance["clock"], assurance["mode"]),
        waived=tuple(fields["waived"]),
        justification=maybe_bilingual(fields.get("justification")),
    )


def cancellation(fields: Fields) -> Cancellation:
    """The end that a valid `cancellation.yml` holds.

    Raises:
        ImpossibleError: The instant cannot be.
    """
    return Cancellation(
        fields["opportunity"],
        fields["reason"],
        fields["decided_by"],
        instant(fields["decided_at"]),
        maybe_bilingual(fields.get("text")),
    )


def _judged(fields: Fields) -> JudgedBid:
    return JudgedBid(
        fields["bidder"],
        fields["blob"],
        fields["sha256"],
        money(fields["price"]) if "price" in fields else None,
        fields["result"] == "pass",
        tuple(fields.get("findings", ())),
    )
