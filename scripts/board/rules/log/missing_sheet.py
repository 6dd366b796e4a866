"""LOG152 missing-sheet."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG152",
    "missing-sheet",
    en="The folder has no sheet {path}, of {evaluator}.",
    fr="Le dossier n’a pas de grille {path}, de {evaluator}.",
    fix_en="Put it there. Nobody hands over a sheet before every evaluator has handed in, so that none is "
    "steered by another’s.",
    fix_fr="Mettez-la là. Nul ne la remet avant que toutes les grilles soient consignées, afin que personne ne "
    "suive une autre.",
)
def missing_sheet(course: Course, _context: Context) -> Iterator[Violation]:
    """Results follow from all sheets, and from nothing that stands in their place."""
    for handed in course.desk.handed if course.desk else ():
        if not handed.sha256:
            yield Violation("", {"path": Verbatim(handed.path), "evaluator": handed.by}, path=handed.path)
