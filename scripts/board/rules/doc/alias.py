"""DOC108 alias."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC108",
    "alias",
    en="An alias stands here, {found}, which stands for a value elsewhere.",
    fr="Un alias figure ici, {found}, qui représente une valeur située ailleurs.",
    fix_en="Write the value itself; a text that begins with * stands in quotes.",
    fix_fr="Écrivez la valeur elle-même\u202f; un texte qui commence par * se met entre guillemets droits.",
)
def alias(document: Document, _context: None) -> Iterator[Violation]:
    """What stands in one place must not come from another."""
    yield from faults_as_violations(document, "alias")
