"""The bids of record as main tells them with the outcome: closing, evaluation, draw and openings put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.model.bid import Answers, Bid, answers_in_clear
from board.model.closing import Closing, Recorded
from board.model.evaluation import Result
from board.model.procurement import Procurement
from board.model.reference import opening_path
from board.model.scalar import ImpossibleError, money
from board.model.sealing import Opening, Part
from board.state.envelope import read_opening
from board.state.methods.contest import UnpricedError, UnscoredError
from board.state.ranking import Explained, rank


@dataclass(frozen=True, slots=True)
class Told:
    """One bid of record, as far as main tells it.

    Attributes:
        recorded: What the closing says of it.
        price: CAD, before tax; None where main does not tell it.
        answers: None where they are not published.
        salt: The random bytes of its offer in hexadecimal; empty where it was not sealed or did not open.
        result: What it came to; None where nothing was evaluated.
        explained: What placed it; None where that does not follow from main alone.
    """

    recorded: Recorded
    price: Decimal | None
    answers: Answers | None
    salt: str
    result: Result | None
    explained: Explained | None


def told(procurement: Procurement, closing: Closing) -> tuple[Told, ...]:
    """Every bid of record: in the order drawn where that is the method, else as ranked, else winners first."""
    explained = _explained(procurement, closing)
    rows = [
        Told(
            recorded=row,
            price=price_of(procurement, row.bidder),
            answers=answers_of(procurement, row.bidder),
            salt=salt_of(procurement, row.bidder),
            result=procurement.evaluation.result(row.bidder) if procurement.evaluation else None,
            explained=explained.get(row.bidder),
        )
        for row in closing.bids
    ]
    drawn = procurement.opportunity is not None and procurement.opportunity.selection_method == "fixed-price-draw"
    order = procurement.draws.order if drawn and procurement.draws else tuple(explained)
    place = {login: number for number, login in enumerate(order)}
    rows.sort(key=lambda one: _key(procurement, one, place))
    return tuple(rows)


def passing(procurement: Procurement) -> int | None:
    """How many bids of record pass; None where main does not tell it."""
    if procurement.evaluation and _is_whole(procurement):
        return sum(row.passes for row in procurement.evaluation.results)
    ended = procurement.cancellation
    return 0 if ended and ended.reason == "none-passes" else None


def price_of(procurement: Procurement, login: str) -> Decimal | None:
    """What a bid asks before tax, from its envelope, its file, or the award to it; None where main does not tell it."""
    opening, filed = _opening(procurement, login, "offer"), procurement.bids.get(login)
    if opening:
        price = opening.content.get("price")
        return money(price) if isinstance(price, str) and _is_amount(price) else None
    if filed and filed.bid and filed.bid.price is not None:
        return filed.bid.price
    return procurement.awards[login].value.price if login in procurement.awards else None


def answers_of(procurement: Procurement, login: str) -> Answers | None:
    """The answers of a bid, from its envelope or its file; None where they are not published."""
    opening, filed = _opening(procurement, login, "answers"), procurement.bids.get(login)
    if opening:
        try:
            return answers_in_clear(opening.content)
        except (ImpossibleError, KeyError):
            return None
    return filed.bid.answers if filed and filed.bid else None


def salt_of(procurement: Procurement, login: str) -> str:
    """The random bytes of an offer, as the draw takes them; empty where the bid was not sealed or did not open."""
    result = procurement.evaluation.result(login) if procurement.evaluation else None
    if result and not result.opened:
        return ""
    opening = _opening(procurement, login, "offer")
    return opening.salt if opening else ""


def _opening(procurement: Procurement, login: str, part: Part) -> Opening | None:
    data = procurement.openings.get(opening_path(procurement.ref, login, part))
    return read_opening(data) if data else None


def _explained(procurement: Procurement, closing: Closing) -> Mapping[str, Explained]:
    """The ranking, by login in its order; nothing where main does not hold all that it rests on."""
    opportunity, evaluation = procurement.opportunity, procurement.evaluation
    if opportunity is None or evaluation is None or not _is_whole(procurement):
        return {}
    bids = {row.bidder: _priced(procurement, row) for row in closing.bids}
    arrivals: dict[str, datetime] = {row.bidder: row.received_at for row in closing.bids}
    drawn = procurement.draws.order if procurement.draws else ()
    try:
        ranking = rank(opportunity, bids, dict.fromkeys(bids, True), arrivals, evaluation, drawn)
    except (UnpricedError, UnscoredError, KeyError):
        return {}
    return {row.bidder: row for row in ranking.explained}


def _is_whole(procurement: Procurement) -> bool:
    """Whether every bid of record has a result: one that nobody can read may be better than all that are known."""
    closing, evaluation = procurement.closing, procurement.evaluation
    return closing is None or (evaluation is not None and all(evaluation.result(row.bidder) for row in closing.bids))


def _priced(procurement: Procurement, row: Recorded) -> Bid:
    return Bid(procurement.ref, row.bidder, row.language, 0, price_of(procurement, row.bidder), None)


def _key(procurement: Procurement, one: Told, place: Mapping[str, int]) -> tuple[int, bool, Decimal, str]:
    login = one.recorded.bidder
    price = one.price if one.price is not None else Decimal("Infinity")
    return place.get(login, len(place)), login not in procurement.awards, price, login


def _is_amount(text: str) -> bool:
    whole, point, cents = text.partition(".")
    return bool(point) and whole.isascii() and whole.isdecimal() and cents.isascii() and cents.isdecimal()
