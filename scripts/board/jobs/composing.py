"""An award as it follows from request, bids, policy, and from who decides when: made once, and proved by the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.core.text import Bilingual
from board.model.award import Assurance, Award, ContractValue, JudgedBid
from board.model.bid import Answers, Bid
from board.model.context import Context
from board.model.evaluation import Evaluation
from board.model.opportunity import Opportunity
from board.model.policy import TaxRate
from board.model.procurement import FiledBid, Procurement
from board.render.reason import reason
from board.state.calendar import add_business_days
from board.state.ranking import Ranking, rank
from board.state.tax import taxes_on

# What this program cannot have yet, in the order of the record: each that is missing is named.
WAIVED = ("receipts", "sealing", "evaluation", "clearance", "signatures")


@dataclass(frozen=True, slots=True)
class Said:
    """What an award takes from who decides and from the forge, and nothing else.

    Attributes:
        by: Login of who decides.
        at: Instant, to the second, in the zone of the board.
        assurance: What the award rests on.
        waived: What is missing.
        justification: Why a contract that splits is none; None where nobody has to say.
        id: Numeric id of the supplier on the forge; empty where nobody attested it.
    """

    by: str
    at: datetime
    assurance: Assurance
    waived: Sequence[str] = WAIVED
    justification: Bilingual | None = None
    id: str = ""


def ranking_of(
    opportunity: Opportunity,
    rows: Iterable[JudgedBid],
    arrivals: Mapping[str, datetime] | None = None,
    evaluation: Evaluation | None = None,
    drawn: Sequence[str] = (),
) -> Ranking:
    """The ranking that follows from the list in `award.yml`, of which a clone need not hold the files.

    Args:
        opportunity: The request.
        rows: The bids, each with its price and whether it counts by its form.
        arrivals: As for `state.ranking.rank`, like the next two.
        evaluation: Of these bids.
        drawn: The order drawn.
    """
    listed = {row.bidder: row for row in rows}
    bids = {login: Bid("", login, "en", 0, row.price, None) for login, row in listed.items()}
    passes = {login: row.passed and row.price is not None for login, row in listed.items()}
    return rank(opportunity, bids, passes, arrivals or {}, evaluation, drawn)


def compose(
    procurement: Procurement,
    context: Context,
    winner: FiledBid,
    rows: Sequence[JudgedBid],
    ranking: Ranking,
    said: Said,
) -> Award | None:
    """The award to *winner*; None where the file of that bid, or of the request, is not valid.

    Where the method does not select *winner* the award has no reason; a rule refuses it.
    """
    opportunity, organization, bid = procurement.opportunity, procurement.organization, winner.bid
    if opportunity is None or organization is None or bid is None or bid.price is None or bid.answers is None:
        return None
    on = said.at.astimezone(context.zone).date()
    why = ranking.reason(winner.login)
    return Award(
        opportunity=procurement.ref,
        bidder=winner.login,
        id=said.id,
        blob=winner.blob,
        sha256=winner.sha256,
        method=opportunity.selection_method,
        opportunity_sha256=procurement.opportunity_sha256,
        bids=tuple(rows),
        value=_value(bid.price, context.policy.taxes_of(opportunity.tax_place, on), bid.answers),
        terms=bid.answers.terms,
        work_start=opportunity.work_start,
        work_end=opportunity.work_end,
        formed_by=organization.formed_by,
        reason=reason(why) if why else Bilingual("", ""),
        decided_by=said.by,
        decided_at=said.at,
        published_on=on,
        complaints_until=add_business_days(on, context.policy.days.complaint),
        assurance=said.assurance,
        waived=tuple(said.waived),
        justification=said.justification,
    )


def _value(price: Decimal, rates: Sequence[TaxRate], answers: Answers) -> ContractValue:
    """What is paid: a supplier who is not registered charges no tax."""
    taxes = taxes_on(price, rates) if answers.registered_for_tax else ()
    return ContractValue(price, taxes, sum((tax.amount for tax in taxes), price))


def said_by(award: Award) -> Said:
    """What an award that stands took from its officer."""
    return Said(award.decided_by, award.decided_at, award.assurance, award.waived, award.justification, award.id)


def in_zone(at: datetime, context: Context) -> datetime:
    """The instant as the record has it: to the second, with the offset of the board's zone."""
    return at.astimezone(context.zone).replace(microsecond=0)
