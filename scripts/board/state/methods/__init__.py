"""Selection methods: each is one module, a table gives the method of a name, and nobody asks which one it is.

A method places the bids that pass; what it leaves tied is decided by the tie-break, which is common to all.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from board.model.bid import Bid
from board.model.opportunity import Opportunity
from board.state.methods.lowest_price import lowest_price

# From the request and the bids that pass, by login, to groups of logins: the best first, and in one group those
# between which the method sees no difference. Every login stands in exactly one group.
Method: TypeAlias = Callable[[Opportunity, Mapping[str, Bid]], tuple[frozenset[str], ...]]

# The methods that this program can run, by the name that an opportunity gives.
METHODS: Mapping[str, Method] = {"lowest-price": lowest_price}
