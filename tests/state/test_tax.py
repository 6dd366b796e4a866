"""Sales tax on a price, to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from board.model.policy import TaxRate
from board.state.tax import largest_price, taxes_on, total


def rates(*percents: str) -> tuple[TaxRate, ...]:
    """Rates of one place."""
    return tuple(TaxRate("XX", f"T{n}", Decimal(rate), date(2000, 1, 1), None) for n, rate in enumerate(percents))


@pytest.mark.parametrize(
    ("price", "percents", "amounts", "sum_"),
    [
        ("1950.00", ("13",), ("253.50",), "2203.50"),
        ("8000.00", ("13",), ("1040.00",), "9040.00"),
        ("8695.65", ("15",), ("1304.35",), "10000.00"),
        ("0.10", ("5",), ("0.01",), "0.11"),
        ("0.50", ("13",), ("0.07",), "0.57"),
        ("100.00", (), (), "100.00"),
        ("1800.00", ("5", "9.975"), ("90.00", "179.55"), "2069.55"),
    ],
)
def test_taxes_of_a_price(price: str, percents: tuple[str, ...], amounts: tuple[str, ...], sum_: str) -> None:
    """Half a cent is rounded up, and without a rate the total is the price."""
    found = taxes_on(Decimal(price), rates(*percents))

    assert tuple(str(tax.amount) for tax in found) == amounts
    assert str(total(Decimal(price), rates(*percents))) == sum_


def test_each_tax_is_rounded_by_itself() -> None:
    """GST and QST of $0.30 are two cents and three; their sum of 14.975 % would be four."""
    assert [tax.amount for tax in taxes_on(Decimal("0.30"), rates("5", "9.975"))] == [Decimal("0.02"), Decimal("0.03")]


@pytest.mark.parametrize(
    ("ceiling", "percents", "price"),
    [
        ("10000.00", ("15",), "8695.65"),
        ("10000.00", ("13",), "8849.56"),
        ("10000.00", ("5",), "9523.81"),
        ("10000.00", (), "10000.00"),
        ("25000.00", ("15",), "21739.13"),
        ("40000.00", ("15",), "34782.61"),
        ("10000.00", ("5", "9.975"), "8697.54"),
        ("0.00", ("15",), "0.00"),
    ],
)
def test_largest_price_under_a_ceiling(ceiling: str, percents: tuple[str, ...], price: str) -> None:
    """The largest price fits the ceiling with its taxes, and a cent more does not."""
    found = largest_price(Decimal(ceiling), rates(*percents))

    assert str(found) == price
    assert total(found, rates(*percents)) <= Decimal(ceiling)
    assert total(found + Decimal("0.01"), rates(*percents)) > Decimal(ceiling)


def test_no_cent_is_lost_at_any_ceiling() -> None:
    """At every ceiling of some dollars, a cent more than the largest price breaks it, for one tax and for two."""
    for cents in range(1, 2000):
        ceiling = Decimal(cents) / 100
        for places in (rates("13"), rates("15"), rates("5", "9.975")):
            price = largest_price(ceiling, places)

            assert total(price, places) <= ceiling < total(price + Decimal("0.01"), places)
