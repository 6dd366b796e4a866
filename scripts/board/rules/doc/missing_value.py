"""DOC117 missing-value."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC117",
    "missing-value",
    en="No value stands behind the colon or the hyphen here.",
    fr="Aucune valeur ne suit ici les deux-points ou le trait d’union.",
    fix_en="Write the value, or take the line out.",
    fix_fr="Écrivez la valeur, ou retirez la ligne.",
)
def missing_value(document: Document, _context: None) -> Iterator[Violation]:
    """Nothing is not an answer; readers take it for null, for false or for empty text."""
    yield from faults_as_violations(document, "missing-value")
