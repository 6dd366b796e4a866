"""DOC118 tab."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC118",
    "tab",
    en="A tab stands here, where YAML takes spaces only.",
    fr="Une tabulation figure ici, là où YAML n’accepte que des espaces.",
    fix_en="Write spaces instead.",
    fix_fr="Remplacez-la par des espaces.",
)
def tab(document: Document, _context: None) -> Iterator[Violation]:
    """A tab is as wide as each editor likes, so it cannot say what belongs to what."""
    yield from faults_as_violations(document, "tab")
