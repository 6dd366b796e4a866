"""DOC113 key-not-text."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC113",
    "key-not-text",
    en="What stands here before the colon, {found}, is no text to every reader.",
    fr="Ce qui figure ici avant les deux-points, {found}, n’est pas du texte pour tous les lecteurs.",
    fix_en="Put it in quotes, or write the key that belongs here.",
    fix_fr="Mettez-le entre guillemets droits, ou écrivez la clé qui convient.",
)
def key_not_text(document: Document, _context: None) -> Iterator[Violation]:
    """A key that is a number, a day, yes or no to one reader is another key to the next."""
    yield from faults_as_violations(document, "key-not-text")
