"""What a selection method asks of the opportunity that names it, and of those who run it."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.model.opportunity import Opportunity


@dataclass(frozen=True, slots=True)
class Demands:
    """What an opportunity with that method must hold.

    Attributes:
        basis: ``fixed`` where bidders compete on merit or luck alone, ``maximum`` where they compete on price.
        rated: Whether bids are rated, so that rated criteria and more days are needed.
        criterion: Whether some evaluation criterion is needed, or the method would select among empty bids.
        weight: Whether the price weighs beside the criteria, so that its weight is needed.
        draw: Whether an order is drawn in any case, not for a tie alone.
        auction: Whether rivals see the bids and lower their own, so that bids are public and a step is needed.
        delivered: Whether finished work is sent, so that a first instant is needed, and little may be at stake.
    """

    basis: str
    rated: bool = False
    criterion: bool = False
    weight: bool = False
    draw: bool = False
    auction: bool = False
    delivered: bool = False


# Source of the names: the table of methods that every board publishes.
DEMANDS: Mapping[str, Demands] = {
    "fixed-price-draw": Demands("fixed", criterion=True, draw=True),
    "fixed-price-rated": Demands("fixed", rated=True, criterion=True),
    "lowest-price": Demands("maximum"),
    "reverse-auction": Demands("maximum", auction=True),
    "rated": Demands("maximum", rated=True, criterion=True, weight=True),
    "first-compliant": Demands("fixed", delivered=True),
}


def delivers(opportunity: Opportunity) -> bool:
    """Whether finished work comes with the bid, and is judged in the order of arrival; not of an unknown method."""
    demands = DEMANDS.get(opportunity.selection_method)
    return demands is not None and demands.delivered
