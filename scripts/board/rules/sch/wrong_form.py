"""SCH107 wrong-form."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH107",
    "wrong-form",
    en="{found} is not {form}.",
    fr="{found} n’est pas {form}.",
    fix_en="Write {form}.",
    fix_fr="Écrivez {form}.",
)
def wrong_form(document: Document, _context: None) -> Iterator[Violation]:
    """Each form has one way to be written, so that two readers never see two values."""
    yield from faults_as_violations(document, "wrong-form")
