"""DOC111 directive."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC111",
    "directive",
    en="A directive, a line that begins with %, stands before the content.",
    fr="Une directive, une ligne qui commence par %, précède le contenu.",
    fix_en="Take the line out.",
    fix_fr="Retirez cette ligne.",
)
def directive(document: Document, _context: None) -> Iterator[Violation]:
    """A directive changes how all that follows is read."""
    yield from faults_as_violations(document, "directive")
