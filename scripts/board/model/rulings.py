"""What two officers settled in writing: whether something counts of which the log alone cannot say it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, cast

from board.model.log import Line, Reason, Ruling, Verdict
from board.model.scalar import Fields, instant

# Why something counts, and why it does not: each has one public sentence, so that nothing waits for a translation.
COUNTS = ("clock-wrong", "receipt-shown", "receipt-lost", "mail-overlooked")
COUNTS_NOT = ("came-late", "nothing-shown", "disowned", "file-lost")

# What a ruling is about: the doubt, its line of the log or 0, and where there is no line the login.
Matter: TypeAlias = tuple[Reason, int, str]


@dataclass(frozen=True, slots=True)
class Word:
    """What one officer said.

    Attributes:
        by: Login.
        line: Of the log.
        at: When it was written.
    """

    by: str
    line: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """A doubt that two officers settled, saying the same.

    Attributes:
        verdict: What they said.
        words: Who said it, in the order of the log.
    """

    verdict: Verdict
    words: tuple[Word, ...]

    @property
    def line(self) -> int:
        """The line of the log with which it was settled."""
        return self.words[-1].line


@dataclass(frozen=True, slots=True)
class Rulings:
    """Everything that was settled of one procurement.

    Attributes:
        opportunity: REF.
        rulings: In the order in which they were settled.
    """

    opportunity: str
    rulings: tuple[Settled, ...]


def matter(verdict: Verdict) -> Matter:
    """What a verdict is about."""
    return verdict.doubt, verdict.receipt, "" if verdict.receipt else verdict.bidder


def word(line: Line, ruling: Ruling) -> Word:
    """What a line of the log says in the name of one officer."""
    return Word(ruling.by, line.n, line.at)


def rulings(fields: Fields) -> Rulings:
    """What a valid `rulings.yml` holds.

    Raises:
        ImpossibleError: An instant cannot be.
    """
    return Rulings(fields["opportunity"], tuple(_settled(row) for row in fields["rulings"]))


def _settled(fields: Fields) -> Settled:
    verdict = Verdict(
        doubt=cast(Reason, fields["doubt"]),
        receipt=int(fields.get("receipt", 0)),
        bidder=fields.get("bidder", ""),
        counts=fields["counts"],
        because=fields["because"],
        received=instant(fields["received_at"]) if "received_at" in fields else None,
        blob=fields.get("blob", ""),
        sha256=fields.get("sha256", ""),
        salt=fields.get("salt", ""),
    )
    return Settled(verdict, tuple(_word(row) for row in fields["words"]))


def _word(fields: Fields) -> Word:
    return Word(fields["by"], int(fields["line"]), instant(fields["ruled_at"]))
