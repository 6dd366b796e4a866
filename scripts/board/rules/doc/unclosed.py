"""DOC121 unclosed."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC121",
    "unclosed",
    en="What begins here with {found} is never closed.",
    fr="Ce qui commence ici par {found} n’est jamais fermé.",
    fix_en="Write the closing quotation mark or bracket.",
    fix_fr="Écrivez le guillemet droit ou le crochet fermant.",
)
def unclosed(document: Document, _context: None) -> Iterator[Violation]:
    """Without its end a text swallows the rest of the file."""
    yield from faults_as_violations(document, "unclosed")
