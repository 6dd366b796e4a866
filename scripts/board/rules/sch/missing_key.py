"""SCH101 missing-key."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH101",
    "missing-key",
    en="The key {key} is missing here.",
    fr="La clé {key} manque ici.",
    fix_en="Write {key} with its value.",
    fix_fr="Écrivez {key} et sa valeur.",
)
def missing_key(document: Document, _context: None) -> Iterator[Violation]:
    """A default on which an outcome rests would change the record without a commit, so nothing is assumed."""
    yield from faults_as_violations(document, "missing-key")
