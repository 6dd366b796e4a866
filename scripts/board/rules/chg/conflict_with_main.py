"""CHG127 conflict-with-main."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG127",
    "conflict-with-main",
    en="Main has changed {path} since, in a way that Git cannot bring together with this change.",
    fr="Depuis, main a modifié {path} d’une façon que Git ne peut concilier avec cette modification.",
    fix_en="Bring the branch up to date with main and settle the conflict.",
    fix_fr="Mettez la branche à jour par rapport à main et réglez le conflit.",
)
def conflict_with_main(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """What the merge would give is what is judged; where Git cannot tell, nobody can."""
    for path in change_set.conflicts:
        yield Violation("", {"path": path}, path=path)
