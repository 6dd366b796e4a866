"""When two bids are so alike that they may be one supplier's."""

import re
import unicodedata

from board.core.text import Bilingual
from board.model.bid import Bid
from board.model.procurement import FiledBid
from board.model.sealing import PARTS
from board.state.armour import bare
from board.state.opened import envelope_of

_BYTES = Bilingual("the very same file", "le même fichier, à l’octet près")
_ENVELOPE = Bilingual("the very same envelope", "la même enveloppe, à l’octet près")
_NAME = Bilingual("the same name to show", "le même nom à afficher")
_ANSWERS = Bilingual("the same answers", "les mêmes réponses")

# Shorter answers, such as "yes" or a date, are the same in many honest bids.
_WORDS = 8


def likeness(bid: FiledBid, other: FiledBid) -> Bilingual | None:
    """In what two bids on one opportunity are the same, so that one supplier may stand behind both; None if not.

    A price is not looked at: at a fixed price all are the same.
    """
    if bid.sha256 == other.sha256:
        return _BYTES
    if bid.bid is None or other.bid is None:
        return None
    if _envelopes(bid.bid) & _envelopes(other.bid):
        return _ENVELOPE
    if not bid.bid.answers or not other.bid.answers:
        return None
    if _folded(bid.bid.answers.name) == _folded(other.bid.answers.name):
        return _NAME
    said = _said(bid.bid)
    return _ANSWERS if len(said.split()) >= _WORDS and said == _said(other.bid) else None


def _envelopes(bid: Bid) -> frozenset[bytes]:
    """What is inside the armour of a bid's envelopes: one envelope in two armours is one envelope."""
    found = (bare(envelope.sealed) for part in PARTS if (envelope := envelope_of(bid, part)))
    return frozenset(data for data in found if data)


def _said(bid: Bid) -> str:
    responses = bid.answers.responses if bid.answers else {}
    return " ".join(_folded(responses[key]) for key in sorted(responses))


def _folded(text: str) -> str:
    """*text* without case, accents, punctuation and layout."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold()))
