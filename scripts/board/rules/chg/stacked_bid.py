"""CHG124 stacked-bid."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of


@rule(
    "CHG124",
    "stacked-bid",
    en="Beside the bid of {author} the change brings the bid of {rival}: the branch was not started from main.",
    fr=(
        "Outre la soumission de {author}, la modification apporte celle de {rival}\u00a0: la branche n’a pas "
        "été créée à partir de main."
    ),
    fix_en="Start again from main, and add your own file alone.",
    fix_fr="Recommencez à partir de main, et n’ajoutez que votre propre fichier.",
)
def stacked_bid(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Merged, a bid that stands on a rival's would carry the rival's bid along, and mark it as merged too."""
    if change_set.nature != "bid":
        return
    places = [(change.path, place_of(change.path)) for change in change_set.added()]
    bids = [(path, place.login) for path, place in places if place and place.kind == "bid"]
    if change_set.author not in {login for _, login in bids}:
        return
    for path, login in bids:
        if login != change_set.author:
            yield Violation("", {"author": change_set.author, "rival": login}, path=path)
