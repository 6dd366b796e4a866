"""DOC101 too-large."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC101",
    "too-large",
    en="The file is larger than {limit} KB.",
    fr="Le fichier dépasse {limit}\u00a0ko.",
    fix_en="Shorten it, and link to a public page for what does not fit.",
    fix_fr="Abrégez-le et renvoyez à une page publique pour ce qui n’y tient pas.",
)
def too_large(document: Document, _context: None) -> Iterator[Violation]:
    """A file of many megabytes would stop the check for everybody, and nobody reads it."""
    yield from faults_as_violations(document, "too-large")
