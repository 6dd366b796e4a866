"""DOC126 odd-file."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC126",
    "odd-file",
    en="{path} is {what}, and no file that can be read.",
    fr="{path} est {what}, et non un fichier qui peut être lu.",
    fix_en="Put an ordinary file there.",
    fix_fr="Mettez-y un fichier ordinaire.",
)
def odd_file(document: Document, _context: None) -> Iterator[Violation]:
    """A link leads elsewhere on another machine, and what cannot be read cannot be judged."""
    yield from faults_as_violations(document, "odd-file")
