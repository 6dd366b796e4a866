"""`award.yml` and `cancellation.yml`: how a purchase ends."""

from collections.abc import Mapping

from board.core.schema import Schemas
from board.core.text import Bilingual
from board.model.award import RESTS_ON, Award, Cancellation, JudgedBid, TaxAmount
from board.model.award import award as awarded
from board.model.award import cancellation as cancelled
from board.model.board import BoardSettings
from board.state.canonical import Node, money, write
from board.state.ledger.reading import read_valid, schema_address


def write_award(award: Award, settings: BoardSettings) -> bytes:
    """`award.yml`; the board's address leads editors to the schema."""
    contract: dict[str, Node] = {"terms": award.terms}
    if award.work_start:
        contract["start"] = award.work_start.isoformat()
    contract |= {"end": award.work_end.isoformat(), "formed_by": award.formed_by}
    fields: dict[str, Node] = {"schema": 1, "opportunity": award.opportunity, "bidder": award.bidder}
    if award.id:
        fields["id"] = award.id
    fields |= {
        "bid": {"blob": award.blob, "sha256": award.sha256},
        "method": award.method,
        "rests_on": _rests_on(award),
    }
    if award.bids:
        fields["bids"] = [_judged(row) for row in award.bids]
    fields |= {
        "value": {
            "price": money(award.value.price),
            "taxes": [_tax(tax) for tax in award.value.taxes],
            "total": money(award.value.total),
        },
        "contract": contract,
        "reason": _both(award.reason),
    }
    if award.justification:
        fields["justification"] = _both(award.justification)
    assurance = award.assurance
    fields |= {
        "decided_by": award.decided_by,
        "decided_at": award.decided_at.isoformat(),
        "notice": {
            "published_on": award.published_on.isoformat(),
            "complaints_until": award.complaints_until.isoformat(),
        },
        "assurance": {
            "identity": assurance.identity,
            "arrival": assurance.arrival,
            "clock": assurance.clock,
            "mode": assurance.mode,
        },
        "waived": list(award.waived),
    }
    return write(fields, schema_address(settings, "award"))


def read_award(data: bytes, schemas: Schemas) -> Award | None:
    """The award of a file; None where the file is not valid."""
    return read_valid("award", data, awarded, schemas)


def write_cancellation(cancellation: Cancellation, settings: BoardSettings) -> bytes:
    """`cancellation.yml`."""
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": cancellation.opportunity,
        "reason": cancellation.reason,
    }
    if cancellation.text:
        fields["text"] = _both(cancellation.text)
    fields |= {"decided_by": cancellation.decided_by, "decided_at": cancellation.decided_at.isoformat()}
    return write(fields, schema_address(settings, "cancellation"))


def read_cancellation(data: bytes, schemas: Schemas) -> Cancellation | None:
    """The end that a file tells; None where the file is not valid."""
    return read_valid("cancellation", data, cancelled, schemas)


def _rests_on(award: Award) -> Mapping[str, Node]:
    rests = {f"{name}_sha256": str(getattr(award.rests_on, name)) for name in RESTS_ON}
    return {key: value for key, value in rests.items() if value}


def _both(text: Bilingual) -> Mapping[str, Node]:
    return {"en": text.en, "fr": text.fr}


def _tax(tax: TaxAmount) -> Mapping[str, Node]:
    return {"code": tax.code, "rate": tax.rate, "amount": money(tax.amount)}


def _judged(row: JudgedBid) -> Mapping[str, Node]:
    fields: dict[str, Node] = {"bidder": row.bidder, "blob": row.blob, "sha256": row.sha256}
    if row.price is not None:
        fields["price"] = money(row.price)
    fields["result"] = "pass" if row.passed else "fail"
    if row.findings:
        fields["findings"] = list(row.findings)
    return fields
