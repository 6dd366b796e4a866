"""SCH108 too-short."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH108",
    "too-short",
    en="This text has {count} characters; at least {limit} are needed.",
    fr="Ce texte compte {count} caractères\u202f; il en faut au moins {limit}.",
    fix_en="Say more.",
    fix_fr="Étoffez-le.",
)
def too_short(document: Document, _context: None) -> Iterator[Violation]:
    """A title of three letters tells a supplier nothing."""
    yield from faults_as_violations(document, "too-short")
