"""CHG113 foreign-merge."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG113",
    "foreign-merge",
    en="Commit {commit} merges {parent}, which is not on main.",
    fr="Le commit {commit} fusionne {parent}, qui ne se trouve pas dans main.",
    fix_en="Start a new branch from main and put the bid there in one commit; only main itself may be merged into it.",
    fix_fr=(
        "Créez une nouvelle branche à partir de main et mettez-y la soumission en un seul commit\u202f; seul main "
        "peut y être fusionné."
    ),
)
def foreign_merge(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A merge carries everything behind its other parent into history; only what is on main is there already."""
    if change_set.nature != "bid":
        return
    for commit in change_set.commits:
        for parent in commit.foreign_parents:
            yield Violation("", {"commit": Verbatim(commit.id[:10]), "parent": Verbatim(parent[:10])})
