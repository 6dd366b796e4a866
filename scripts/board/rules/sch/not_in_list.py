"""SCH106 not-in-list."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH106",
    "not-in-list",
    en="{found} is none of the words that may stand here.",
    fr="{found} ne fait pas partie des mots permis ici.",
    fix_en="Write one of these: {listed}.",
    fix_fr="Écrivez l’un de ceux-ci\u00a0: {listed}.",
)
def not_in_list(document: Document, _context: None) -> Iterator[Violation]:
    """A word outside the list would have no agreed meaning."""
    yield from faults_as_violations(document, "not-in-list")
