"""DOC112 duplicate-key."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC112",
    "duplicate-key",
    en="The key {key} stands here a second time, after line {line}.",
    fr="La clé {key} figure ici une deuxième fois, après la ligne {line}.",
    fix_en="Keep one of them, with the value that counts.",
    fix_fr="Gardez-en une seule, avec la valeur qui compte.",
)
def duplicate_key(document: Document, _context: None) -> Iterator[Violation]:
    """Some readers take the first value of a key and others the last."""
    yield from faults_as_violations(document, "duplicate-key")
