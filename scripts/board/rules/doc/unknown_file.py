"""DOC124 unknown-file."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC124",
    "unknown-file",
    en="The record has no place for a file called {path}.",
    fr="Le dossier n’a pas de place pour un fichier appelé {path}.",
    fix_en="Take it out, or give it the name that belongs there.",
    fix_fr="Retirez-le, ou donnez-lui le nom qui convient.",
)
def unknown_file(document: Document, _context: None) -> Iterator[Violation]:
    """Whatever nobody reads is a place to hide something."""
    yield from faults_as_violations(document, "unknown-file")
