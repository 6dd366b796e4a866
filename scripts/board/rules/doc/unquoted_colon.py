"""DOC119 unquoted-colon."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC119",
    "unquoted-colon",
    en="A colon stands here where YAML cannot take one.",
    fr="Des deux-points figurent ici, là où YAML ne peut en accepter.",
    fix_en="Put the whole text in double quotes, or look whether the line is indented like its neighbours.",
    fix_fr="Mettez tout le texte entre guillemets droits, ou vérifiez si le retrait de la ligne est celui des lignes "
    "voisines.",
)
def unquoted_colon(document: Document, _context: None) -> Iterator[Violation]:
    """A colon with a space behind it begins a value, even in the middle of a sentence."""
    yield from faults_as_violations(document, "unquoted-colon")
