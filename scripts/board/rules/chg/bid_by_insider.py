"""CHG109 bid-by-insider."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of
from board.state.authority import insider


@rule(
    "CHG109",
    "bid-by-insider",
    en="{author} acts for {organization} and cannot bid on its work.",
    fr="{author} agit pour {organization} et ne peut soumissionner pour ses travaux.",
    fix_en="Withdraw the bid. Whoever decides on a purchase is not one of its bidders.",
    fix_fr="Retirez la soumission. Qui prend part à un achat n’y soumissionne pas.",
)
def bid_by_insider(change_set: ChangeSet, context: Context) -> Iterator[Violation]:
    """Nobody who acts on a purchase bids on it; a delegation that is still to begin counts as well.

    Source: the procurement page of this board, section 1: nobody who acts on it is a bidder or controlled by one.
    """
    on = context.now.astimezone(context.zone).date()
    for change in change_set.added():
        place = place_of(change.path)
        if place is None or place.kind != "bid" or place.login != change_set.author:
            continue
        organization = change_set.organizations.get(place.organization)
        if organization and insider(organization, change_set.author, change_set.author_id, on):
            facts: dict[str, Fact] = {"author": change_set.author, "organization": Verbatim(place.organization)}
            yield Violation("", facts, path=change.path)
