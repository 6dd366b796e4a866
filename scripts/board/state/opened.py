"""An envelope that was opened, judged: whether it counts, and why not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast

from board.core.document import Document, Value
from board.core.schema import Schemas
from board.model.bid import Bid, answers_in_clear, bid
from board.model.evaluation import Evaluation
from board.model.procurement import FiledBid
from board.model.reference import opening_name
from board.model.scalar import money
from board.model.sealing import PARTS, Content, Envelope, Opening, Part
from board.state.canonical import Node, write
from board.state.envelope import read_opening, sha256
from board.state.ledger.reading import read_valid

# Why an envelope does not count; each is owned by one rule of LOG.
OpeningFault = Literal[
    "unopened", "other-digest", "not-canonical",
    "other-opportunity", "other-bidder", "other-part", "other-key", "other-form",
]  # fmt: skip

Judged: TypeAlias = "Opening | OpeningFault"

# A group that is right, beside which the other is judged alone.
_RIGHT: Mapping[str, Node] = {
    "offer": {"price": "1.00"},
    "answers": {
        "name": "-",
        "delivery_date": "2026-01-01",
        "registered_for_tax": False,
        "terms": "1",
        "publish_answers": False,
        "declares": False,
    },
}


@dataclass(frozen=True, slots=True)
class OpenedBid:
    """A sealed bid after its envelopes were opened.

    Attributes:
        filed: The bid with what was in the envelopes that count in the place of these; the file, its blob and its
            digest stay those of the sealed one.
        parts: Part to what was in its envelope, or why it does not count; a part that is in clear has none.
        plaintexts: Part to the bytes, of the envelopes that count.
    """

    filed: FiledBid
    parts: Mapping[Part, Judged]
    plaintexts: Mapping[Part, bytes]

    @property
    def faults(self) -> Mapping[Part, OpeningFault]:
        """Part to why its envelope does not count."""
        return {part: judged for part, judged in self.parts.items() if not isinstance(judged, Opening)}

    @property
    def salt(self) -> str:
        """The random bytes of the offer, in hexadecimal, that the draw takes; empty where it does not count."""
        offer = self.parts.get("offer")
        return offer.salt if isinstance(offer, Opening) else ""


def envelope_of(offer: Bid, part: Part) -> Envelope | None:
    """The envelope of one part; None where the part is in clear."""
    return offer.sealed_offer if part == "offer" else offer.sealed_answers


def promised(filed: FiledBid) -> Mapping[str, str]:
    """Name of file to the SHA-256 that a sealed bid promised of what is in each of its envelopes."""
    envelopes = {part: envelope_of(filed.bid, part) for part in PARTS} if filed.bid else {}
    return {opening_name(filed.login, part): envelope.sha256 for part, envelope in envelopes.items() if envelope}


def counted(bids: Iterable[FiledBid], evaluation: Evaluation) -> tuple[FiledBid, ...]:
    """The sealed bids that an evaluation counts as opened."""
    results = {result.bidder: result for result in evaluation.results if result.opened}
    return tuple(filed for filed in bids if filed.login in results and promised(filed))


def lost(bids: Iterable[FiledBid], openings: Mapping[str, bytes], parts: Iterable[Part]) -> Iterator[str]:
    """Names of the files that are missing, or are not what the bid promised, of bids that were opened.

    Args:
        bids: Sealed, and opened.
        openings: Name of file to content.
        parts: Which envelopes are asked for.
    """
    for filed in bids:
        known = promised(filed)
        for name in (opening_name(filed.login, part) for part in parts):
            if name in known and (name not in openings or sha256(openings[name]) != known[name]):
                yield name


def list_sha256(bids: Iterable[FiledBid]) -> str:
    """SHA-256 of the list of what was inside sealed bids that count: what ``LC_ALL=C sha256sum *.json`` prints there.

    It goes into the log at the opening. Later each bid that the evaluation says was opened has to be on it, and each
    that is on it has to be among those, so that nobody loses a bid on the way.
    """
    rows = sorted((name, digest) for filed in bids for name, digest in promised(filed).items())
    return sha256("".join(f"{digest}  {name}\n" for name, digest in rows).encode())


def opened_bid(
    filed: FiledBid, plaintexts: Mapping[Part, bytes | None], ref: str, key: str, schemas: Schemas
) -> OpenedBid:
    """A bid with its envelopes judged.

    Args:
        filed: The bid as it was filed; one that is not valid has no envelopes.
        plaintexts: Part to what came out of its envelope; None, or nothing, where it did not open.
        ref: Of the procurement.
        key: Public key that bids are sealed to.
        schemas: Of the program.
    """
    if filed.bid is None:
        return OpenedBid(filed, {}, {})
    parts: dict[Part, Judged] = {}
    for part in PARTS:
        envelope = envelope_of(filed.bid, part)
        if envelope:
            parts[part] = judge(part, envelope, plaintexts.get(part), ref, filed.login, key, schemas)
    right = {part: found for part in parts if isinstance(parts[part], Opening) and (found := plaintexts.get(part))}
    openings = {part: judged for part, judged in parts.items() if isinstance(judged, Opening)}
    return OpenedBid(in_clear(filed, openings), parts, right)


def judge(
    part: Part, envelope: Envelope, plaintext: bytes | None, ref: str, login: str, key: str, schemas: Schemas
) -> Judged:
    """What was in one envelope, or the first reason for which it does not count.

    The login inside decides: who copies another's envelope gains nothing by it, and harms nobody.
    """
    if plaintext is None:
        return "unopened"
    if sha256(plaintext) != envelope.sha256:
        return "other-digest"
    opening = read_opening(plaintext)
    if opening is None:
        return "not-canonical"
    if opening.opportunity != ref:
        return "other-opportunity"
    if opening.bidder != login:
        return "other-bidder"
    if opening.part != part:
        return "other-part"
    if opening.key != key:
        return "other-key"
    return opening if _is_group(opening, schemas) else "other-form"


def in_clear(filed: FiledBid, openings: Mapping[Part, Opening]) -> FiledBid:
    """The bid as if it had been filed in clear; the envelopes stay beside, so that everybody sees that it was not."""
    if filed.bid is None or not openings:
        return filed
    contents = {part: opening.content for part, opening in openings.items()}
    price, answers = filed.bid.price, filed.bid.answers
    if "offer" in contents:
        price = money(str(contents["offer"]["price"]))
    if "answers" in contents:
        answers = answers_in_clear(contents["answers"])
    value = dict(filed.document.value) if isinstance(filed.document.value, dict) else {}
    value |= {part: {key: _plain(one) for key, one in content.items()} for part, content in contents.items()}
    # What comes out of an envelope stands on no line of the file.
    document = Document(filed.document.path, value, 0)
    return replace(filed, document=document, bid=replace(filed.bid, price=price, answers=answers))


def group(content: Content) -> Content:
    """A group as files have it; a mapping that holds nothing is left out."""
    return {key: value for key, value in content.items() if value != {}}


def _is_group(opening: Opening, schemas: Schemas) -> bool:
    """Whether a file that held the same in clear would be valid: the loader looks at every text, then the schema."""
    fields: dict[str, Node] = {
        "schema": 1,
        "opportunity": opening.opportunity,
        "bidder": opening.bidder,
        "language": "en",
        "amendment": 0,
        **_RIGHT,
        opening.part: group(opening.content),
    }
    content: Content = opening.content
    return bool(content) and read_valid("bid", write(fields), bid, schemas) is not None


def _plain(value: "str | bool | Mapping[str, str]") -> Value:
    return cast(Value, dict(value)) if isinstance(value, Mapping) else value
