"""LOG241 bids-alike."""

from collections.abc import Iterator, Sequence

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import FiledBid
from board.model.reference import place_of
from board.state.likeness import alike


@rule(
    "LOG241",
    "bids-alike",
    en="{bidder} and {rival} bid with {what}.",
    fr="{bidder} et {rival} ont soumissionné avec {what}.",
    fix_en="Ask both who stands behind them. One supplier makes one bid: where one stands behind both, end without an "
    "award, `{command}`. A bid that somebody else copied counts.",
    fix_fr="Demandez aux deux qui est derrière elles. Un fournisseur présente une soumission\u00a0: si le même est "
    "derrière les deux, terminez sans attribution, `{command}`. Une soumission que quelqu’un d’autre a copiée compte.",
    severity="warning",
    audience="officers",
)
def bids_alike(bids: Sequence[FiledBid], _context: Context) -> Iterator[Violation]:
    """Two bids of record that resemble each other may be one supplier's, or a copy.

    The closing tells when each arrived last, not who wrote it first; so none is refused, and people decide.
    """
    for bid, rival, what in alike(bids):
        place = place_of(bid.path)
        command = f"board cancel {place.ref if place else ''} --reason flawed"
        facts: dict[str, Fact] = {"bidder": bid.login, "rival": rival.login, "what": what, "command": Verbatim(command)}
        yield Violation("", facts, path=bid.path)
