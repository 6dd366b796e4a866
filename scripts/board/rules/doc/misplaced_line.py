"""DOC123 misplaced-line."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC123",
    "misplaced-line",
    en="YAML cannot tell to what this line belongs.",
    fr="YAML ne peut déterminer à quoi cette ligne appartient.",
    fix_en="Indent it like its neighbours, and look whether a colon, a hyphen or a quotation mark is missing or "
    "stands too early.",
    fix_fr="Donnez-lui le même retrait qu’aux lignes voisines, et vérifiez si des deux-points, un trait d’union ou un "
    "guillemet droit manque ou se trouve trop tôt.",
)
def misplaced_line(document: Document, _context: None) -> Iterator[Violation]:
    """A file that cannot be read to its end is not read at all."""
    yield from faults_as_violations(document, "misplaced-line")
