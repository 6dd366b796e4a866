"""Days, instants, money and lists as each language writes them; Babel, mended where it is wrong.

Source: standards of the Translation Bureau and the Canada Gazette (« 1er août »), CLDR for the rest.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal

from board.core.text import Language

_LOCALES = {"en": Locale.parse("en_CA"), "fr": Locale.parse("fr_CA")}
NBSP = "\u00a0"


def money(amount: Decimal, language: Language) -> str:
    """An amount in CAD, always with its cents: ``$2,000.00``, ``2 000,00 $``."""
    return _dollars(f"{amount:,.2f}", language)


def round_money(amount: Decimal, language: Language) -> str:
    """An amount in CAD without its cents where it has none: ``$2,000``, ``2 000 $``."""
    return _dollars(f"{amount:,.0f}", language) if amount == amount.to_integral_value() else money(amount, language)


def _dollars(figures: str, language: Language) -> str:
    """What Babel makes of an amount, in a tenth of its time: there are as many amounts as there are pages."""
    if language == "en":
        return f"-${figures[1:]}" if figures.startswith("-") else f"${figures}"
    return f"{figures.replace(',', NBSP).replace('.', ',')}{NBSP}$"


@lru_cache(maxsize=4096)
def number(count: int | Decimal, language: Language) -> str:
    """A number with the separators of the language."""
    return format_decimal(count, locale=_LOCALES[language])


def percent(rate: Decimal, language: Language) -> str:
    """A rate in hundredths: ``9.975%``, ``9,975 %``."""
    return number(rate.normalize() if rate % 1 else rate.quantize(Decimal(1)), language) + (
        "%" if language == "en" else f"{NBSP}%"
    )


def points(value: Fraction, language: Language) -> str:
    """A rating with two places, half up: ``87.50``, ``87,50``."""
    hundredths = int(value * 100 + Fraction(1, 2))
    return format_decimal(Decimal(hundredths) / 100, "#,##0.00", locale=_LOCALES[language])


@lru_cache(maxsize=4096)
def day(on: date, language: Language) -> str:
    """A day in full: ``February 1, 2026``, ``1er février 2026``."""
    return _french(format_date(on, "long", locale=_LOCALES[language]), language)


@lru_cache(maxsize=4096)
def short_day(on: date, language: Language) -> str:
    """A day without its year: ``February 1``, ``1er février``."""
    return _french(format_date(on, "MMMM d" if language == "en" else "d MMMM", locale=_LOCALES[language]), language)


@lru_cache(maxsize=4096)
def week_day(on: date, language: Language) -> str:
    """A day with the day of the week, as in a list: ``Fri, Dec 4, 2026``, ``ven. 4 déc. 2026``."""
    pattern = "EEE, MMM d, y" if language == "en" else "EEE d MMM y"
    text = format_date(on, pattern, locale=_LOCALES[language])
    return _french(text.replace(".,", ",") if language == "en" else text, language)


@lru_cache(maxsize=4096)
def clock(at: datetime, zone: tzinfo, language: Language) -> str:
    """The time of day with its zone: ``2:00 p.m. EST``, ``14 h HNE``."""
    local = at.astimezone(zone)
    name = get_timezone_name(local, width="short", locale=_LOCALES[language])
    if language == "en":
        half = "a.m." if local.hour < 12 else "p.m."
        seconds = f":{local.second:02}" if local.second else ""
        return f"{local.hour % 12 or 12}:{local.minute:02}{seconds}{NBSP}{half} {name}"
    minute = f"{NBSP}{local.minute:02}" if local.minute or local.second else ""
    seconds = f"{NBSP}min{NBSP}{local.second:02}{NBSP}s" if local.second else ""
    return f"{local.hour}{NBSP}h{minute}{seconds} {name}"


@lru_cache(maxsize=4096)
def instant(at: datetime, zone: tzinfo, language: Language) -> str:
    """Day and time: ``March 9, 2026, 2:00 p.m. EDT``, ``9 mars 2026, 14 h HAE``."""
    return f"{day(at.astimezone(zone).date(), language)}, {clock(at, zone, language)}"


def joined(items: Sequence[str], language: Language) -> str:
    """A list as a sentence has it: ``a, b and c``, ``a, b et c``."""
    return _joined(tuple(items), language) if items else ""


@lru_cache(maxsize=256)
def _joined(items: tuple[str, ...], language: Language) -> str:
    return format_list(items, "standard", locale=_LOCALES[language])


def one(count: int, language: Language) -> bool:
    """Whether *count* takes the singular: French takes it for 0 as well."""
    return _LOCALES[language].plural_form(count) == "one"


def _french(text: str, language: Language) -> str:
    return (
        "1er" + text[1:]
        if language == "fr" and text.startswith("1 ")
        else (text.replace(" 1 ", " 1er ", 1) if language == "fr" else text)
    )
