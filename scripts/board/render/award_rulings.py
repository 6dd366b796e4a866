"""What two officers ruled, on the page of an outcome: what was in doubt, what they said of it and why, and who."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from board.model.procurement import Procurement
from board.model.rulings import Settled
from board.render.award_draw import person
from board.render.edition import Edition
from board.render.ruling_words import because, doubted, verdict_line


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling; the names are those of the template.

    Attributes:
        verdict: Whether it counts.
        doubt: Why the log alone could not say it.
        because: Why it counts, or does not.
        words: Who said so, when, and on which line of the log.
    """

    verdict: str
    doubt: str
    because: str
    words: tuple[Markup, ...]


def ruled(edition: Edition, procurement: Procurement) -> tuple[Ruled, ...]:
    """What was settled, in that order."""
    return tuple(_rows(edition, procurement))


def _rows(edition: Edition, procurement: Procurement) -> Iterator[Ruled]:
    language = edition.language
    for one in procurement.rulings.rulings if procurement.rulings else ():
        yield Ruled(
            verdict_line(one.verdict, language, edition.zone),
            doubted(one.verdict.doubt)[language],
            because(one.verdict.because)[language],
            tuple(_words(edition, procurement, one)),
        )


def _words(edition: Edition, procurement: Procurement, settled: Settled) -> Iterator[Markup]:
    for word in settled.words:
        who = person(edition, procurement, word.by)
        yield edition.words.say("rulings.word", who=who, at=edition.instant(word.at), line=str(word.line))
