"""DOC106 empty-file."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC106",
    "empty-file",
    en="The file holds nothing.",
    fr="Le fichier ne contient rien.",
    fix_en="Write its keys, or take the file out.",
    fix_fr="Inscrivez-y ses clés, ou retirez le fichier.",
)
def empty_file(document: Document, _context: None) -> Iterator[Violation]:
    """An empty file is what an interrupted save leaves behind."""
    yield from faults_as_violations(document, "empty-file")
