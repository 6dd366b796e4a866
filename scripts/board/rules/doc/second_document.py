"""DOC114 second-document."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC114",
    "second-document",
    en="A second document begins here; a file holds one.",
    fr="Un deuxième document commence ici\u202f; un fichier n’en contient qu’un.",
    fix_en="Take out the line with three hyphens or three points, or what follows it.",
    fix_fr="Retirez la ligne de trois traits d’union ou de trois points, ou ce qui la suit.",
)
def second_document(document: Document, _context: None) -> Iterator[Violation]:
    """Readers that stop at the first document would not see the second."""
    yield from faults_as_violations(document, "second-document")
