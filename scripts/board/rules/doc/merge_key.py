"""DOC109 merge-key."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC109",
    "merge-key",
    en="A merge key, <<, takes in the keys of another group.",
    fr="Une clé de fusion, <<, reprend les clés d’un autre groupe.",
    fix_en="Write the keys themselves.",
    fix_fr="Écrivez les clés elles-mêmes.",
)
def merge_key(document: Document, _context: None) -> Iterator[Violation]:
    """A merge key brings in what does not stand there, and readers differ on which value wins."""
    yield from faults_as_violations(document, "merge-key")
