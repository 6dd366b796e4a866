"""CHG117 mixed-change."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG117",
    "mixed-change",
    en="The change touches the record ({inside}) and something else ({outside}).",
    fr="La modification touche à la fois le dossier ({inside}) et autre chose ({outside}).",
    fix_en="Make two changes: one with what lies under opportunities/, one with the rest.",
    fix_fr="Faites deux modifications\u00a0: l’une avec ce qui se trouve sous opportunities/, l’autre avec le reste.",
)
def mixed_change(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Records and the program are judged by different people; a mixture would pass one under the eyes of the other."""
    if change_set.nature != "mixed":
        return
    inside = next((change.path for change in change_set.changes if change.path.startswith("opportunities/")), "")
    outside = next((change.path for change in change_set.changes if not change.path.startswith("opportunities/")), "")
    yield Violation("", {"inside": inside, "outside": outside}, path=outside)
