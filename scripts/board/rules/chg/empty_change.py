"""CHG129 empty-change."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG129",
    "empty-change",
    en="Merged, this branch would change nothing.",
    fr="Une fois fusionnée, cette branche ne changerait rien.",
    fix_en="Add what is to be proposed, or close the proposal: it may be on main already.",
    fix_fr="Ajoutez ce qui doit être proposé, ou fermez la proposition\u00a0: cela se trouve peut-être déjà dans main.",
)
def empty_change(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Nothing to judge is not the same as judged and passed."""
    if change_set.related and change_set.mergeable and not change_set.conflicts and not change_set.changes:
        yield Violation("")
