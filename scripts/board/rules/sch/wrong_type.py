"""SCH105 wrong-type."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH105",
    "wrong-type",
    en="There is {found} here; {expected} belongs here.",
    fr="Il y a ici {found}\u202f; il faut {expected}.",
    fix_en="Write {expected}.",
    fix_fr="Écrivez {expected}.",
)
def wrong_type(document: Document, _context: None) -> Iterator[Violation]:
    """A list where a text belongs, or the other way round, means nothing that anybody could judge."""
    yield from faults_as_violations(document, "wrong-type")
