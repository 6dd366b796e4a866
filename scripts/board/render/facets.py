"""Filters that need no script: a class on each row, and a style rule for each choice.

Only what this module makes of a value reaches the style sheet: lower-case letters, digits and hyphens behind a letter
of ours, so that no organization or skill can write a rule.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal

from babel.dates import format_date

from board.render.entries import Entry
from board.render.words import Words

# CAD before tax: the upper ends of the bands.
_BANDS = (Decimal(2500), Decimal(5000))

LISTED = ("open", "planned", "evaluation")


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter.

    Attributes:
        name: Of the field.
        options: Class and words of each choice, in order.
        chosen: Class of the choice at first; empty for none.
    """

    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing by which rows are filtered.

    Attributes:
        name: Of the filter.
        words: Class of a row to the words of the choice.
        order: Key by which the choices are sorted, of a class and its words.
        always: Choices that stand there whatever the rows are.
    """

    name: str
    words: Callable[[Entry], Iterable[tuple[str, str]]]
    order: Callable[[tuple[str, str]], tuple[str, str]]
    always: tuple[tuple[str, str], ...] = ()


def classes(row: Entry, choices: Sequence[Choice]) -> str:
    """The classes of a row; the state is the first."""
    return " ".join(dict.fromkeys(word for choice in choices for word, _ in choice.words(row)))


def facets(rows: Sequence[Entry], choices: Sequence[Choice]) -> tuple[Facet, ...]:
    """The filters that these rows need."""
    found = []
    for choice in choices:
        options = dict(choice.always) | {word: text for row in rows for word, text in choice.words(row)}
        chosen = "open" if choice.name == "state" and any(row.state == "open" for row in rows) else ""
        if options:
            found.append(Facet(choice.name, tuple(sorted(options.items(), key=choice.order)), chosen))
    return tuple(found)


def rules(given: Sequence[Facet]) -> str:
    """The style rules of these filters."""
    selectors = [f".b:has([value={word}]:checked) .ops>li:not(.{word})" for facet in given for word, _ in facet.options]
    return f"{','.join(selectors)}{{display:none}}" if selectors else ""


def choices(words: Words, zone: tzinfo, money: Callable[[Decimal], str]) -> tuple[Choice, ...]:
    """The filters of the home page, in order."""
    language = words.language
    states: dict[str, str] = {state: words.say(f"facet-state.{state}") for state in LISTED}
    return (
        Choice(
            "state",
            lambda row: [(row.state, states[row.state])],
            lambda option: (str(LISTED.index(option[0])), ""),
            # Script opens what was planned and closes what was open, so that each can be asked for.
            tuple(states.items()),
        ),
        Choice("skill", lambda row: [(token("s", skill), skill) for skill in row.skills], _by_words),
        Choice("org", lambda row: [(token("o", row.ref.partition("/")[0]), row.organization[language])], _by_words),
        Choice("price", lambda row: [_band(row.price, words, money)], lambda o: (o[0], "")),
        Choice("closing", lambda row: [_month(row, words, zone)], lambda o: (o[0], "")),
        Choice("method", lambda row: [(f"m-{row.method}", words.say(f"method.{row.method}"))], _by_words),
    )


def token(letter: str, text: str) -> str:
    """A class for *text*: letters, digits and hyphens; texts that leave nothing get one of their own."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    # C, C++ and C# are three skills: what a slug loses is told by a digest.
    lost = slug != text.casefold().replace(" ", "-")
    digest = hashlib.sha256(text.casefold().encode()).hexdigest()[:6] if lost else ""
    return "-".join(part for part in (letter, slug, digest) if part)


def _by_words(option: tuple[str, str]) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFKD", option[1].casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)), option[0]


def _band(price: Decimal, words: Words, money: Callable[[Decimal], str]) -> tuple[str, str]:
    low = Decimal(0)
    for index, high in enumerate(_BANDS):
        if price <= high:
            label = words.say(f"facet-price.{high}", low=money(low + 1), high=money(high))
            return f"p-{index}", label
        low = high
    return f"p-{len(_BANDS)}", words.say("facet-price.over", low=money(low))


def _month(row: Entry, words: Words, zone: tzinfo) -> tuple[str, str]:
    local = row.closes_at.astimezone(zone)
    month = format_date(local.date(), "MMMM y", locale="fr_CA" if words.language == "fr" else "en_CA")
    return f"c-{local:%Y-%m}", words.say("facet-closing.month", month=month)
