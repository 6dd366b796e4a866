"""What people of the demonstration write: the posting, the key beside it, and bids in clear or sealed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from board.core.document import Value
from board.core.schema import Schemas
from board.jobs.reading import Content, read_bid
from board.jobs.seal import UnsealableError, plaintexts
from board.model.board import BoardSettings
from board.model.organization import Organization
from board.model.play import Held, Play, PlayedBid
from board.model.reference import bid_path, opportunity_path, sealing_path
from board.model.sealing import PARTS, Envelope
from board.state.calendar import add_business_days
from board.state.canonical import Node, write
from board.state.demands import DEMANDS
from board.state.envelope import sha256
from board.state.ledger import write_sealed_bid


class Pair(Protocol):
    """A key pair."""

    @property
    def identity(self) -> str:
        """What opens; secret."""
        ...

    @property
    def recipient(self) -> str:
        """What is sealed to; public."""
        ...


class Locksmith(Protocol):
    """Who makes keys and secrets, seals and opens: all that rests on chance."""

    def generate(self) -> Pair:
        """A new key pair."""
        ...

    def random_bytes(self) -> bytes:
        """32 bytes that nobody can guess."""
        ...

    def seal(self, plaintext: bytes, recipient: str) -> str:
        """The envelope."""
        ...

    def opened(self, envelopes: Iterable[str], identity: str) -> Iterator[bytes | None]:
        """What is in each envelope in turn; None where it does not open."""
        ...


class Files:
    """Writes them.

    Attributes:
        zone: In which days are counted.
        terms: Version of the terms.
    """

    def __init__(
        self, zone: ZoneInfo, terms: str, locksmith: Locksmith, settings: BoardSettings, schemas: Schemas
    ) -> None:
        self.zone = zone
        self.terms = terms
        self._locksmith = locksmith
        self._settings = settings
        self._schemas = schemas

    def held(self, organization: Organization) -> Held:
        """What the people of one procurement keep: the key of the officer, a secret of owner and of officer."""
        made = self._locksmith.generate()
        promise = {person.login: self._locksmith.random_bytes().hex() for person in organization.people[:2]}
        return Held(made.identity, made.recipient, promise)

    def posting(
        self, play: Play, ref: str, officer: str, published: datetime, closing: datetime, held: Held
    ) -> Mapping[str, bytes]:
        """The opportunity, and the key to which bids are sealed where they are."""
        made = {opportunity_path(ref): write(self._request(play, published, closing, held))}
        if play.opportunity.get("bids") == "sealed":
            fields: dict[str, Node] = {"schema": 1, "keeper": officer, "recipient": held.recipient}
            made[sealing_path(ref)] = write(fields)
        return made

    def bid(
        self, play: Play, bid: PlayedBid, price: str, ref: str, closing: datetime, held: Held
    ) -> Mapping[str, bytes]:
        """A bid, sealed where the opportunity wants that."""
        clear = write(self._bid(play, bid, price, ref, closing))
        sealed = play.opportunity.get("bids") == "sealed"
        data = self._sealed(clear, ref, bid.bidder, held.recipient) if sealed else clear
        return {bid_path(ref, bid.bidder): data}

    def _request(self, play: Play, published: datetime, closing: datetime, held: Held) -> dict[str, Node]:
        """The opportunity, its keys in the order of `record.md`."""
        questions = datetime.combine(add_business_days(closing.date(), -2), closing.timetz())
        filled: dict[str, Node] = {
            "category": "services",
            "selection_method": "lowest-price",
            "bids": "public",
            "published_at": published.isoformat(),
            "questions_close_at": questions.isoformat(),
            "closes_at": closing.isoformat(),
            "work_period": {"end": self._due(play, closing, 0).isoformat()},
            "terms": self.terms,
        }
        told: dict[str, Node] = {key: _node(value) for key, value in play.opportunity.items()}
        demands = DEMANDS[str(told.get("selection_method", "lowest-price"))]
        if demands.draw:
            promised = {who: hashlib.sha256(bytes.fromhex(secret)).hexdigest() for who, secret in held.secrets.items()}
            filled["draw"] = {"commitments": [{"by": who, "sha256": digest} for who, digest in promised.items()]}
        if demands.delivered:
            first = datetime.combine(add_business_days(published.date(), 2), published.timetz())
            filled["counts_from"] = first.isoformat()
        return {"schema": 1} | {key: (filled | told)[key] for key in _ORDER if key in told or key in filled}

    def _bid(self, play: Play, bid: PlayedBid, price: str, ref: str, closing: datetime) -> dict[str, Node]:
        answers: dict[str, Node] = {
            "name": bid.fields["name"],
            "delivery_date": self._due(play, closing, bid.days_early).isoformat(),
            "registered_for_tax": bid.fields["registered_for_tax"],
            "terms": self.terms,
            "publish_answers": bid.fields["publish_answers"],
            "declares": True,
        }
        answers |= {key: _node(bid.fields[key]) for key in ("delivered", "responses") if key in bid.fields}
        return {
            "schema": 1,
            "opportunity": ref,
            "bidder": bid.bidder,
            "language": bid.fields["language"],
            "amendment": 0,
            "offer": {"price": price},
            "answers": answers,
        }

    def _sealed(self, clear: bytes, ref: str, login: str, recipient: str) -> bytes:
        """The same with both groups in envelopes."""
        filed = read_bid(login, bid_path(ref, login), Content(clear), self._schemas)
        if filed.bid is None:
            raise UnsealableError(f"of {login} on {ref}, which is no valid bid")
        salts = {part: self._locksmith.random_bytes().hex() for part in PARTS}
        texts = plaintexts(filed, filed.bid, recipient, salts)
        sealed = {part: Envelope(sha256(text), self._locksmith.seal(text, recipient)) for part, text in texts.items()}
        return write_sealed_bid(filed.bid, sealed, self._settings)

    def _due(self, play: Play, closing: datetime, days_early: int) -> date:
        """The day by which the work is to be done, or is promised."""
        return add_business_days(closing.astimezone(self.zone).date(), play.work_days - days_early)


_ORDER = (
    "title", "summary", "description", "category", "deliverables", "price", "tax_place", "selection_method",
    "tie_break", "bids", "draw", "evaluation_criteria", "acceptance_criteria", "accessibility", "published_at",
    "questions_close_at", "closes_at", "counts_from", "work_period", "terms", "licence", "target",
)  # fmt: skip


def _node(value: Value) -> Node:
    """What the loader gave, as something to write; counts stand there as text, as they do in the content."""
    if isinstance(value, dict):
        return {key: _node(child) for key, child in value.items()}
    return [_node(child) for child in value] if isinstance(value, list) else value
