"""The sentences of a finding, with its facts written as the language writes them."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from decimal import Decimal

from board.core.fact import Fact, Percent, Verbatim
from board.core.finding import Finding
from board.core.text import Bilingual, Language, Text
from board.render import locale

# How an output shows what a stranger wrote, and words of the files; each syntax hands in its own.
Quote = Callable[[str, Language], str]


def quoted(text: str, language: Language) -> str:
    """A stranger's words between the quotation marks of the language; what a terminal would obey is made visible."""
    shown = visible(text)
    return f"“{shown}”" if language == "en" else f"«\u00a0{shown}\u00a0»"


def bare(text: str, _language: Language) -> str:
    """A word of the files as it stands there, for outputs without a syntax."""
    return text


def visible(text: str) -> str:
    """*text* with every character that is not printed, or that turns the line around, written as its number."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def sentence(
    text: Text, finding: Finding, language: Language, zone: tzinfo, quote: Quote = quoted, code: Quote = bare
) -> str:
    """One sentence of *finding*, in one language."""
    facts = {name: fact(value, language, zone, quote, code) for name, value in finding.facts.items()}
    return text[language].format_map(facts)


def fact(value: Fact, language: Language, zone: tzinfo, quote: Quote = quoted, code: Quote = bare) -> str:
    """One fact as the language writes it; an amount is CAD, an instant is told in *zone*."""
    match value:
        case str():
            return quote(value, language)
        case Verbatim():
            return code(value.text, language)
        case Bilingual():
            return value[language]
        case Percent():
            return locale.percent(value.value, language)
        case Decimal():
            return locale.money(value, language)
        case datetime():
            return locale.instant(value, zone, language)
        case date():
            return locale.day(value, language)
        case int():
            return locale.number(value, language)
        case tuple():
            return locale.joined([fact(item, language, zone, quote, code) for item in value], language)
