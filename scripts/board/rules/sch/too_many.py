"""SCH111 too-many."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH111",
    "too-many",
    en="There are {count} entries here; at most {limit} have room.",
    fr="Il y a {count} éléments ici\u202f; il y a place pour {limit} au plus.",
    fix_en="Keep those that matter, or put several into one.",
    fix_fr="Gardez les plus importants, ou regroupez-en plusieurs.",
)
def too_many(document: Document, _context: None) -> Iterator[Violation]:
    """Nobody reads a list without end, and a page must hold it."""
    yield from faults_as_violations(document, "too-many")
