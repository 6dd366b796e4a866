"""SCH109 too-long."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH109",
    "too-long",
    en="This text has {count} characters; at most {limit} have room.",
    fr="Ce texte compte {count} caractères\u202f; il y a place pour {limit} au plus.",
    fix_en="Shorten it; details belong into the description.",
    fix_fr="Abrégez-le\u202f; les détails ont leur place dans la description.",
)
def too_long(document: Document, _context: None) -> Iterator[Violation]:
    """A list of titles is read in seconds, and a page has room for so much."""
    yield from faults_as_violations(document, "too-long")
