"""DOC120 reserved-character."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC120",
    "reserved-character",
    en="A text begins here with {character}, which YAML keeps for itself.",
    fr="Un texte commence ici par {character}, que YAML se réserve.",
    fix_en="Put the whole text in double quotes.",
    fix_fr="Mettez tout le texte entre guillemets droits.",
)
def reserved_character(document: Document, _context: None) -> Iterator[Violation]:
    """Some characters mean something to YAML at the beginning of a text, and only there."""
    yield from faults_as_violations(document, "reserved-character")
