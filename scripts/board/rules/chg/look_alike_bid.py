"""CHG111 look-alike-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.likeness import resemblance


@rule(
    "CHG111",
    "look-alike-bid",
    en="{rival} has handed in a bid with {what}.",
    fr="{rival} a présenté une soumission avec {what}.",
    fix_en=(
        "If both are yours, withdraw one: one supplier makes one bid. If {rival} copied yours, write to the "
        "mailbox of the organization."
    ),
    fix_fr=(
        "Si les deux sont de vous, retirez-en une\u00a0: un fournisseur présente une soumission. Si {rival} "
        "a copié la vôtre, écrivez à la boîte courriel de l’organisation."
    ),
    severity="warning",
)
def look_alike_bid(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Two bids that look alike may be one supplier's, or a copy; which came first nobody knows here.

    A warning, since a copy must not knock out the bid that was copied (threats S2): people decide, at the award.
    """
    for bid in change_set.bids if change_set.nature == "bid" else ():
        for rival in change_set.rivals:
            if rival.path in change_set.siblings:
                continue
            what = resemblance(bid, rival)
            if what:
                yield Violation("", {"rival": rival.login, "what": what}, path=bid.path)
