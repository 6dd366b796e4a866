"""DOC102 not-utf8."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC102",
    "not-utf8",
    en="The byte {byte} stands here, which is no UTF-8.",
    fr="L’octet {byte} figure ici, ce qui n’est pas de l’UTF-8.",
    fix_en="Save the file as UTF-8.",
    fix_fr="Enregistrez le fichier en UTF-8.",
)
def not_utf8(document: Document, _context: None) -> Iterator[Violation]:
    """In another encoding, accents come out as other letters for whoever guesses wrong."""
    yield from faults_as_violations(document, "not-utf8")
