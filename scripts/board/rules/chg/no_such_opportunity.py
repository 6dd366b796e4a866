"""CHG132 no-such-opportunity."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of


@rule(
    "CHG132",
    "no-such-opportunity",
    en="There is no opportunity {ref} on main.",
    fr="L’occasion {ref} n’existe pas dans main.",
    fix_en="Put the bid into the folder of an opportunity that is published; its page gives the path.",
    fix_fr="Mettez la soumission dans le dossier d’une occasion publiée\u202f; sa page donne le chemin.",
)
def no_such_opportunity(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A bid answers a request that stands on main; without one there is nothing it could be judged by."""
    for bid in change_set.bids if change_set.nature == "bid" else ():
        place = place_of(bid.path)
        if place and place.ref not in change_set.requests:
            yield Violation("", {"ref": place.ref}, path=bid.path)
