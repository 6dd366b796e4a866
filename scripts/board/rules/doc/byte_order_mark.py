"""DOC103 byte-order-mark."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC103",
    "byte-order-mark",
    en="The file begins with a byte order mark.",
    fr="Le fichier commence par un indicateur d’ordre des octets (BOM).",
    fix_en="Save it as UTF-8 without a byte order mark.",
    fix_fr="Enregistrez-le en UTF-8 sans cet indicateur.",
)
def byte_order_mark(document: Document, _context: None) -> Iterator[Violation]:
    """Some readers take the mark for a part of the first key."""
    yield from faults_as_violations(document, "byte-order-mark")
