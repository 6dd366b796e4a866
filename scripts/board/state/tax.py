"""Sales tax on a price, to the cent."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from board.model.award import TaxAmount
from board.model.policy import TaxRate
from board.model.scalar import CENT

_HUNDRED = Decimal(100)


def taxes_on(price: Decimal, rates: Sequence[TaxRate]) -> tuple[TaxAmount, ...]:
    """Each tax on *price*, rounded to the cent by itself, half up; none where *rates* is empty.

    Source: Excise Tax Act, section 165.2: half a cent or more is a whole one; QST is computed on the price without GST.
    """
    return tuple(
        TaxAmount(rate.code, rate.rate, (price * rate.rate / _HUNDRED).quantize(CENT, ROUND_HALF_UP)) for rate in rates
    )


def total(price: Decimal, rates: Sequence[TaxRate]) -> Decimal:
    """CAD, *price* with its taxes."""
    return sum((tax.amount for tax in taxes_on(price, rates)), price)


def largest_price(ceiling: Decimal, rates: Sequence[TaxRate]) -> Decimal:
    """CAD before tax, to the cent: the most whose total is at most *ceiling*: 8,695.65 for 10,000.00 at 15 %."""
    share = 1 + sum((rate.rate for rate in rates), Decimal(0)) / _HUNDRED
    price = (ceiling / share).quantize(CENT, ROUND_DOWN)
    # Each tax is rounded by itself, so the quotient may be some cents off, either way.
    while total(price + CENT, rates) <= ceiling:
        price += CENT
    while price > 0 and total(price, rates) > ceiling:
        price -= CENT
    return price
