"""DOC125 missing-file."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC125",
    "missing-file",
    en="The file {path} is missing; what lies beside it cannot be judged without it.",
    fr="Le fichier {path} manque\u202f; ce qui se trouve à côté ne peut être jugé sans lui.",
    fix_en="Put it back, or take the folder out.",
    fix_fr="Remettez-le, ou retirez le dossier.",
)
def missing_file(document: Document, _context: None) -> Iterator[Violation]:
    """A bid without its opportunity would answer nothing."""
    yield from faults_as_violations(document, "missing-file")
