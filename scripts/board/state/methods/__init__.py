"""Selection methods: each is one module, a table gives the method of a name, and nobody asks which one it is.

A method says how the bids that pass stand; what it leaves equal is decided by the tie-break, which is common to all.
"""

from collections.abc import Mapping

from board.state.methods.contest import Method
from board.state.methods.first_compliant import first_compliant
from board.state.methods.fixed_price_draw import fixed_price_draw
from board.state.methods.fixed_price_rated import fixed_price_rated
from board.state.methods.lowest_price import lowest_price
from board.state.methods.rated import rated
from board.state.methods.reverse_auction import reverse_auction

# The methods by the name that an opportunity gives.
METHODS: Mapping[str, Method] = {
    "fixed-price-draw": fixed_price_draw,
    "fixed-price-rated": fixed_price_rated,
    "lowest-price": lowest_price,
    "reverse-auction": reverse_auction,
    "rated": rated,
    "first-compliant": first_compliant,
}
