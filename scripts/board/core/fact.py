"""What a sentence may speak of: values that keep their type until a language writes them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from board.core.text import Bilingual


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A word of the files themselves: a key, a path of a field, a value to write. Shown as code, never translated.

    Attributes:
        text: ASCII in most cases, and always chosen by the program, never by a stranger.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A rate as people write it: 13 is 13 %.

    Attributes:
        value: Hundredths; 9.975 is 9.975 %.
    """

    value: Decimal


# A plain `str` is the one kind of fact that a stranger may have chosen, so every output quotes exactly those.
# `Decimal` is an amount in CAD; `int` is a count; `datetime` has a zone; `Bilingual` is a word of the board itself;
# a tuple is a list, joined as the language joins lists.
Fact: TypeAlias = "str | int | Decimal | date | datetime | Verbatim | Percent | Bilingual | tuple[Fact, ...]"

_MOST = 60


def excerpt(text: str) -> str:
    """As much of a stranger's text as a sentence repeats: its beginning, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
