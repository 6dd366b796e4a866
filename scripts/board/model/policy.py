"""The law as data: `policy.yml`, every row with its days and its source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.model.scalar import Fields, day, money

# Where policy says nothing of it.
_RATING_GAP = 20


@dataclass(frozen=True, slots=True)
class Threshold:
    """A monetary limit, tested with tax.

    Attributes:
        id: Such as ``ldv-services`` or ``fast-track``.
        category: ``services``, ``goods`` or ``any``.
        first: First day it holds.
        last: Last day it holds; None while it does.
        amount: CAD, tax included.
        source: Where the law says so.
    """

    id: str
    category: str
    first: date
    last: date | None
    amount: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A sales tax of one place of supply.

    Attributes:
        place: Two letters of a province or territory.
        code: Such as ``HST-ON``.
        rate: Per cent.
        first: First day it holds.
        last: Last day it holds; None while it does.
    """

    place: str
    code: str
    rate: Decimal
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Days:
    """How long things take.

    Attributes:
        open_min: Business days that an opportunity is open at least.
        open_min_rated: The same for rated methods.
        questions_before_closing: Business days between the end of questions and the closing.
        after_amendment: Business days that remain after an amendment of substance.
        bid_valid: Calendar days that a bid stays open after closing.
        complaint: Working days after the notice of award.
        secret_shown: Business days after the evaluation within which the secrets of a draw are shown.
        settle_minutes: Minutes after a closing in which receipts may still reach the log.
    """

    open_min: int
    open_min_rated: int
    questions_before_closing: int
    after_amendment: int
    bid_valid: int
    complaint: int
    secret_shown: int = 2
    settle_minutes: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """All limits and rates, dated; compared by identity, so that what follows from it can be remembered.

    Attributes:
        thresholds: In the order of the file.
        taxes: In the order of the file.
        days: How long things take.
        low_price_share: A price under this share of the ceiling waits for confirmation.
        splitting_months: Months over which contracts with one supplier are added.
        methods: Selection methods that may be used.
        licences: SPDX identifiers that may be asked for.
        rating_gap: Points of 100 between two scores of one criterion, over which they are settled with a note.
    """

    thresholds: tuple[Threshold, ...]
    taxes: tuple[TaxRate, ...]
    days: Days
    low_price_share: Decimal
    splitting_months: int
    methods: tuple[str, ...]
    licences: tuple[str, ...]
    rating_gap: int = _RATING_GAP

    def threshold(self, identifier: str, on: date) -> Threshold | None:
        """The row of *identifier* that holds on that day; None where none does."""
        return next((row for row in self.thresholds if row.id == identifier and holds(row, on)), None)

    def ceiling(self, category: str, on: date) -> Threshold | None:
        """The most that a purchase of *category* may cost on that day; None where policy names no limit."""
        return self.threshold(ceiling_of(category), on)

    def taxes_of(self, place: str, on: date) -> tuple[TaxRate, ...]:
        """The taxes of a place of supply on that day."""
        return tuple(rate for rate in self.taxes if rate.place == place and holds(rate, on))

    def highest_tax(self, on: date) -> tuple[TaxRate, ...]:
        """The taxes of the place with the highest sum of rates on that day; empty where no rate holds."""
        places = sorted({rate.place for rate in self.taxes})
        return max(
            (self.taxes_of(place, on) for place in places), key=lambda rates: sum(r.rate for r in rates), default=()
        )


def ceiling_of(category: str) -> str:
    """The id of the threshold over which a purchase of *category* is not the board's to make."""
    return f"ldv-{category}"


def holds(row: Threshold | TaxRate, on: date) -> bool:
    """Whether a dated row holds on that day."""
    return row.first <= on and (row.last is None or on <= row.last)


def policy(fields: Fields) -> Policy:
    """The policy that a valid `policy.yml` holds."""
    days, splitting = fields["days"], fields["splitting"]
    return Policy(
        thresholds=tuple(
            Threshold(row["id"], row["category"], day(row["from"]), _last(row), money(row["amount"]), row["source"])
            for row in fields["thresholds"]
        ),
        taxes=tuple(
            TaxRate(row["place"], row["code"], Decimal(row["rate"]), day(row["from"]), _last(row))
            for row in fields["taxes"]
        ),
        days=Days(
            int(days["open_min"]),
            int(days["open_min_rated"]),
            int(days["questions_before_closing"]),
            int(days["after_amendment"]),
            int(days["bid_valid"]),
            int(days["complaint"]),
            int(days.get("secret_shown_within", "2")),
            int(days.get("settle_minutes", 0)),
        ),
        low_price_share=Decimal(fields["low_price_share"]),
        splitting_months=int(splitting["months"]),
        methods=tuple(fields["methods"]),
        licences=tuple(fields["licences"]),
        rating_gap=int(fields.get("rating_gap", _RATING_GAP)),
    )


def _last(row: Fields) -> date | None:
    return day(row["to"]) if "to" in row else None
