"""DOC122 unknown-escape."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC122",
    "unknown-escape",
    en="A backslash stands here before something that YAML does not know.",
    fr="Une barre oblique inverse précède ici quelque chose que YAML ne connaît pas.",
    fix_en="Write it twice, or put the text in single quotes.",
    fix_fr="Écrivez-la deux fois, ou mettez le texte entre apostrophes droites.",
)
def unknown_escape(document: Document, _context: None) -> Iterator[Violation]:
    """In double quotes a backslash begins an escape."""
    yield from faults_as_violations(document, "unknown-escape")
