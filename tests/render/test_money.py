"""Amounts as the languages write them: what Babel writes, which knows the rules, and took most of the time."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency

from board.core.text import LANGUAGES, Language
from board.render.locale import money, round_money

_LOCALES = {"en": "en_CA", "fr": "fr_CA"}
AMOUNTS = ("0", "0.01", "0.10", "1", "12.5", "999.99", "1000", "1001.00", "25000", "1234567.89", "2400.005", "-1500.25")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_writes_an_amount_as_babel_does(amount: str, language: Language) -> None:
    """Sign, separators, cents and the place of the dollar are those of the locale."""
    assert money(Decimal(amount), language) == format_currency(Decimal(amount), "CAD", locale=_LOCALES[language])


@pytest.mark.parametrize(
    ("amount", "en", "fr"),
    [
        ("2000.00", "$2,000", "2\u00a0000\u00a0$"),
        ("2000.50", "$2,000.50", "2\u00a0000,50\u00a0$"),
        ("0", "$0", "0\u00a0$"),
    ],
)
def test_leaves_out_the_cents_that_are_none(amount: str, en: str, fr: str) -> None:
    """Only of a whole amount."""
    assert (round_money(Decimal(amount), "en"), round_money(Decimal(amount), "fr")) == (en, fr)
