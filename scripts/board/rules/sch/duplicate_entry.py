"""SCH112 duplicate-entry."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH112",
    "duplicate-entry",
    en="{found} stands in this list a second time.",
    fr="{found} figure une deuxième fois dans cette liste.",
    fix_en="Take one of them out.",
    fix_fr="Retirez l’un des deux.",
)
def duplicate_entry(document: Document, _context: None) -> Iterator[Violation]:
    """Twice is a slip of the pen for something else that is now missing."""
    yield from faults_as_violations(document, "duplicate-entry")
