"""What a selection method asks of the opportunity that names it, whether this program can run it yet or not."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Demands:
    """What an opportunity with that method must hold.

    Attributes:
        basis: ``fixed`` where bidders compete on merit or luck alone, ``maximum`` where they compete on price.
        rated: Whether bids are rated, so that rated criteria and more days are needed.
        criterion: Whether some evaluation criterion is needed, or the method would select among empty bids.
    """

    basis: str
    rated: bool = False
    criterion: bool = False


# Source of the names: the table of methods that every board publishes.
DEMANDS: Mapping[str, Demands] = {
    "fixed-price-draw": Demands("fixed", criterion=True),
    "fixed-price-rated": Demands("fixed", rated=True, criterion=True),
    "lowest-price": Demands("maximum"),
    "reverse-auction": Demands("maximum"),
    "rated": Demands("maximum", rated=True, criterion=True),
    "first-compliant": Demands("fixed"),
}
