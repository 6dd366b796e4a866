"""When two bids are so alike that they may be one supplier's."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from board.core.text import Bilingual
from board.model.bid import Bid
from board.model.procurement import FiledBid
from board.model.sealing import PARTS
from board.state.armour import bare
from board.state.naming import skeleton
from board.state.opened import envelope_of

_BYTES = Bilingual("the very same file", "le même fichier, à l’octet près")
_ENVELOPE = Bilingual("the very same envelope", "la même enveloppe, à l’octet près")
_NAME = Bilingual("the same name to show", "le même nom à afficher")
_ANSWERS = Bilingual("the same answers", "les mêmes réponses")
_LOGIN = Bilingual("a login that looks alike", "un nom d’utilisateur semblable")

# Shorter answers, such as "yes" or a date, are the same in many honest bids.
_WORDS = 8


def likeness(bid: FiledBid, other: FiledBid) -> Bilingual | None:
    """In what two bids on one opportunity are the same, so that one supplier may stand behind both; None if not.

    A price is not looked at: at a fixed price all are the same.
    """
    theirs = frozenset(_marks(other))
    return next((what for what, mark in _marks(bid) if (what, mark) in theirs), None)


def resemblance(bid: FiledBid, other: FiledBid) -> Bilingual | None:
    """The same, and a login that a reader would take for the other."""
    alike = skeleton(bid.login) == skeleton(other.login)
    return likeness(bid, other) or (_LOGIN if alike else None)


def alike(bids: Iterable[FiledBid]) -> Iterator[tuple[FiledBid, FiledBid, Bilingual]]:
    """Each bid that resembles one before it, with the first of these, and in what; one that stands alone is left out.

    It takes as long as there are bids, not as there are pairs of them.
    """
    first: dict[tuple[Bilingual, str | bytes], FiledBid] = {}
    for bid in bids:
        marks = (*_marks(bid), (_LOGIN, skeleton(bid.login)))
        found = next(((first[mark], mark[0]) for mark in marks if mark in first), None)
        if found:
            yield (bid, *found)
        for mark in marks:
            first.setdefault(mark, bid)


def _marks(bid: FiledBid) -> Iterator[tuple[Bilingual, str | bytes]]:
    """By what a bid is known again, the surest first."""
    yield _BYTES, bid.sha256
    if bid.bid is None:
        return
    for envelope in sorted(_envelopes(bid.bid)):
        yield _ENVELOPE, envelope
    if bid.bid.answers:
        yield _NAME, _folded(bid.bid.answers.name)
        said = _said(bid.bid)
        if len(said.split()) >= _WORDS:
            yield _ANSWERS, said


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
