"""CHG115 too-many-commits."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG115",
    "too-many-commits",
    en="There are {found} commits or more between main and this bid; {limit} are looked at.",
    fr="Entre main et cette soumission, il y a au moins {found} commits\u202f; {limit} sont examinés.",
    fix_en="Start a new branch from main and put the bid there in one commit.",
    fix_fr="Créez une nouvelle branche à partir de main et mettez-y la soumission en un seul commit.",
)
def too_many_commits(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Every commit is looked at, and a merge keeps them all; nobody needs this many for one file."""
    if change_set.nature == "bid":
        for excess in change_set.excess:
            if excess.kind == "commits":
                yield Violation("", {"found": excess.found, "limit": excess.limit})
