"""SCH113 impossible-value."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH113",
    "impossible-value",
    en="{found} has the right form and cannot be.",
    fr="{found} a la bonne forme, mais ne peut exister.",
    fix_en="Write {form}.",
    fix_fr="Écrivez {form}.",
)
def impossible_value(document: Document, _context: None) -> Iterator[Violation]:
    """A day that no calendar has would stop every deadline that rests on it."""
    yield from faults_as_violations(document, "impossible-value")
