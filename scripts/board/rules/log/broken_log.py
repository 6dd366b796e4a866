"""LOG101 broken-log."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG101",
    "broken-log",
    en="Line {line} of the log does not follow from the line before it.",
    fr="La ligne {line} du registre ne découle pas de la ligne précédente.",
    fix_en="Put back the branch `receipts` as the last clone has it in which the log is whole.",
    fix_fr="Rétablissez la branche `receipts` telle que l’a le dernier clone où le registre est intact.",
)
def broken_log(course: Course, _context: Context) -> Iterator[Violation]:
    """Each line holds the hash of the one before, so that nobody can take one out or change it unseen."""
    if course.broken:
        yield Violation("", {"line": course.broken})
