"""The request: `opportunity.yml`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from board.core.text import Bilingual
from board.model.draw import Commitment
from board.model.scalar import Fields, bilingual, day, instant, maybe_bilingual, money


@dataclass(frozen=True, slots=True)
class Item:
    """A deliverable, an acceptance criterion or an evaluation criterion.

    Attributes:
        id: Slug, as used in files.
        text: What it asks.
        evidence: How acceptance is shown: ``test``, ``document``, ``demonstration``; empty elsewhere.
        kind: ``mandatory`` or ``rated``; empty elsewhere.
        weight: Of a rated criterion; 0 elsewhere.
        words_max: Most words of the answer; 0 for no limit.
    """

    id: str
    text: Bilingual
    evidence: str = ""
    kind: str = ""
    weight: int = 0
    words_max: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's consent, in the file that it is given to.

    Attributes:
        by: Login.
        role: In what capacity, such as ``approve``.
        approved_on: Day.
    """

    by: str
    role: str
    approved_on: date


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the request after its publication.

    Attributes:
        number: Counts from 1.
        published_at: Instant.
    """

    number: int
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Target:
    """Where the work takes place.

    Attributes:
        repository: Address of a public repository; empty where none is named.
        issue: Address of an issue; empty where none is named.
        skills: What somebody needs to know.
    """

    repository: str
    issue: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Opportunity:
    """A piece of work, posted to be bid on. The names are those of the file.

    Compared by identity, so that what several rules look at is gathered once.

    Attributes:
        fields: The whole file as the loader gave it, for what has no attribute of its own.
        price: CAD, before tax; the fixed price or the ceiling, by `basis`.
        price_weight: Share of the price where criteria and price count together, in hundredths; 0 elsewhere.
        price_step: CAD; the least by which a bid in an auction is lowered; None elsewhere.
        counts_from: First instant at which a bid counts where the first compliant one wins; None elsewhere.
        commitments: To the secrets of the first draw; empty where none is promised.
        beacon: Address of a public beacon that is added to the seed; empty where none is named.
    """

    title: Bilingual
    summary: Bilingual
    description: Bilingual
    category: str
    deliverables: tuple[Item, ...]
    basis: str
    price: Decimal
    tax_place: str
    selection_method: str
    bids: str
    acceptance_criteria: tuple[Item, ...]
    evaluation_criteria: tuple[Item, ...]
    accessibility_applies: bool
    published_at: datetime
    questions_close_at: datetime
    closes_at: datetime
    work_start: date | None
    work_end: date
    award_by: date | None
    terms: str
    licence: str
    tie_break: str
    awards_offered: int
    bid_valid_days: int
    contact: str
    eligibility: Bilingual | None
    target: Target
    approvals: tuple[Approval, ...]
    security: str
    rerun_of: str
    fields: Fields
    amendments: tuple[Amendment, ...] = ()
    price_weight: int = 0
    price_step: Decimal | None = None
    counts_from: datetime | None = None
    commitments: tuple[Commitment, ...] = ()
    beacon: str = ""


def opportunity(fields: Fields) -> Opportunity:
    """The request that a valid `opportunity.yml` holds.

    Raises:
        ImpossibleError: A day or an instant cannot be.
    """
    price, target, work = fields["price"], fields.get("target", {}), fields["work_period"]
    get = fields.get
    draw = get("draw", {})
    return Opportunity(
        title=bilingual(fields["title"]),
        summary=bilingual(fields["summary"]),
        description=bilingual(fields["description"]),
        category=fields["category"],
        deliverables=tuple(Item(row["id"], bilingual(row["description"])) for row in fields["deliverables"]),
        basis=price["basis"],
        price=money(price["amount"]),
        tax_place=fields["tax_place"],
        selection_method=fields["selection_method"],
        bids=fields["bids"],
        acceptance_criteria=tuple(
            Item(row["id"], bilingual(row["text"]), evidence=row["evidence"]) for row in fields["acceptance_criteria"]
        ),
        evaluation_criteria=tuple(_evaluation(row) for row in get("evaluation_criteria", ())),
        accessibility_applies=fields["accessibility"]["applies"],
        published_at=instant(fields["published_at"]),
        questions_close_at=instant(fields["questions_close_at"]),
        closes_at=instant(fields["closes_at"]),
        work_start=day(work["start"]) if "start" in work else None,
        work_end=day(work["end"]),
        award_by=day(fields["award_by"]) if "award_by" in fields else None,
        terms=fields["terms"],
        licence=fields["licence"],
        tie_break=get("tie_break", "draw"),
        awards_offered=int(get("awards_offered", "1")),
        bid_valid_days=int(get("bid_valid_days", "30")),
        contact=get("contact", ""),
        eligibility=maybe_bilingual(get("eligibility")),
        target=Target(target.get("repository", ""), target.get("issue", ""), tuple(target.get("skills", ()))),
        approvals=tuple(Approval(row["by"], row["as"], day(row["approved_on"])) for row in get("approvals", ())),
        security=get("security", {}).get("requirement", "none"),
        rerun_of=get("rerun_of", ""),
        fields=fields,
        amendments=tuple(Amendment(int(row["number"]), instant(row["published_at"])) for row in get("amendments", ())),
        price_weight=int(price.get("weight", "0")),
        price_step=money(price["step"]) if "step" in price else None,
        counts_from=instant(fields["counts_from"]) if "counts_from" in fields else None,
        commitments=tuple(Commitment(row["by"], row["sha256"]) for row in draw.get("commitments", ())),
        beacon=draw["beacon"]["source"] if "beacon" in draw else "",
    )


def _evaluation(fields: Fields) -> Item:
    return Item(
        fields["id"],
        bilingual(fields["text"]),
        kind=fields["kind"],
        weight=int(fields.get("weight", "0")),
        words_max=int(fields.get("words_max", "0")),
    )
