"""CHG114 unrelated-history."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG114",
    "unrelated-history",
    en="The proposed branch has no commit in common with main.",
    fr="La branche proposée n’a aucun commit en commun avec main.",
    fix_en="Start the branch from main.",
    fix_fr="Créez la branche à partir de main.",
)
def unrelated_history(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """What a branch changes is told from where it left main; without such a place it would change everything."""
    if not change_set.related:
        yield Violation("")
