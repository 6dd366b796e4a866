"""CHG110 second-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.likeness import likeness


@rule(
    "CHG110",
    "second-bid",
    en="{rival}, whose bid is on main already, bid with {what}. Both would be one supplier’s.",
    fr=(
        "{rival}, dont la soumission est déjà dans main, a soumissionné avec {what}. Les deux seraient d’un "
        "même fournisseur."
    ),
    fix_en="One supplier makes one bid. Whoever is somebody else says so under a name and in answers of their own.",
    fix_fr=(
        "Un fournisseur présente une soumission. Qui est quelqu’un d’autre le montre par un nom et des "
        "réponses qui lui sont propres."
    ),
)
def second_bid(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """One supplier, one bid: a second one under another login would draw two lots, or undercut oneself.

    Only bids on main are held against anybody: they came first. Against bids on branches another rule warns.
    """
    for bid in change_set.bids if change_set.nature == "bid" else ():
        for rival in change_set.rivals:
            what = likeness(bid, rival)
            if what and rival.path in change_set.siblings:
                yield Violation("", {"rival": rival.login, "what": what}, path=bid.path)
