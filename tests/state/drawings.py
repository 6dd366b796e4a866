"""Draws by their log, invented: two people, secrets, lines, closings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

from tests.state.contests import request
from tests.worlds import REF

from board.core.text import Bilingual
from board.model.closing import Closing, Recorded
from board.model.draw import Commitment
from board.model.log import Entry, Evaluated, Line
from board.model.opportunity import Opportunity
from board.model.organization import Delegation, Organization, Person
from board.state.draw import commitment_of
from board.state.draw_terms import Terms
from board.state.drawing import Ground

# What a line tells, where it is given with an instant of its own.
Told: TypeAlias = "Entry | tuple[datetime, Entry]"

ZONE = ZoneInfo("America/Toronto")
# A Tuesday; two business days later is Thursday.
EVALUATED = datetime(2026, 9, 15, 16, 0, tzinfo=ZONE)
CUT = 5

SECRETS = {"m-singh": "1a" * 32, "a-tremblay": "2b" * 32, "r-roy": "3c" * 32, "j-cote": "4d" * 32}


def promised(*people: str) -> tuple[Commitment, ...]:
    """The commitments of these people."""
    return tuple(Commitment(who, commitment_of(SECRETS[who])) for who in people)


def drawn_request(*people: str, method: str = "fixed-price-draw") -> Opportunity:
    """A request to be drawn, with the commitments of these people, or of owner and officer."""
    return replace(request(method), commitments=promised(*(people or ("m-singh", "a-tremblay"))))


def lines(*entries: Told, first: int = CUT + 1) -> tuple[Line, ...]:
    """The lines behind the cut, each at the instant it is given with, else at that of the evaluation."""
    told = [one if isinstance(one, tuple) else (EVALUATED, one) for one in entries]
    return tuple(Line(n, "", at, REF, entry, "") for n, (at, entry) in enumerate(told, first))


def organization() -> Organization:
    """Everybody who takes part in these draws, and `x-clerk`, who may receive and nothing of a draw."""
    rows = ((*SECRETS, "owner", "officer", "stand-in"), ("evaluate",)), (("x-clerk",), ("receive",))
    people = tuple(_person(login, words) for logins, words in rows for login in logins)
    return Organization("dex-mex", Bilingual("Maps", "Cartes"), "", people, specimen=True, formed_by="award")


def _person(login: str, words: tuple[str, ...]) -> Person:
    days = date(2026, 4, 1), date(2027, 3, 31)
    return Person(login, "", Bilingual("", ""), (Delegation(words, Decimal(10_000), *days),))


def terms(opportunity: Opportunity | None = None) -> Terms:
    """What the draws are held by."""
    return Terms(
        opportunity or drawn_request(), CUT, datetime(2026, 9, 14, 14, 0, tzinfo=ZONE), 2, ZONE, organization()
    )


def closing(*logins: str) -> Closing:
    """The bids of these suppliers."""
    at = datetime(2026, 9, 14, 12, 0, tzinfo=ZONE)
    rows = tuple(Recorded(who, "", "en", at, "host", n, "", "", "") for n, who in enumerate(logins, 1))
    return Closing(REF, "", at, CUT, "", rows)


def ground(
    told: Sequence[Line],
    salts: Mapping[str, str] | None = None,
    opportunity: Opportunity | None = None,
    logins: Sequence[str] = ("alder", "birch", "cedar"),
    beacon: str = "",
) -> Ground:
    """What draws follow from; every offer was opened."""
    found = {who: f"{n:02x}" * 32 for n, who in enumerate(logins, 1)} if salts is None else salts
    return Ground(REF, terms(opportunity), closing(*logins), "c1" * 32, found, told, beacon)


DONE = Evaluated("m-singh", "ee" * 32)
