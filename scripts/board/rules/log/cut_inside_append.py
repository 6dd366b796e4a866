"""LOG125 cut-inside-append."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG125",
    "cut-inside-append",
    en="No commit of the branch `receipts` ends with line {line}, where the log is cut.",
    fr="Aucun commit de la branche `receipts` ne finit à la ligne {line}, où le registre est coupé.",
    fix_en="Put back the branch `receipts` as the board wrote it: each append is one commit.",
    fix_fr="Rétablissez la branche `receipts` telle que le tableau l’a écrite\u00a0: chaque ajout est un commit.",
)
def cut_inside_append(course: Course, _context: Context) -> Iterator[Violation]:
    """The tag stands on the log as it was at the cut; a commit that holds more was written by something else."""
    line = course.asked.facts.get("inside")
    if line:
        yield Violation("", {"line": int(line)})
