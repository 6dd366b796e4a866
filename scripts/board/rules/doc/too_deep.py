"""DOC115 too-deep."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC115",
    "too-deep",
    en="More than {limit} lists and groups stand within each other here.",
    fr="Plus de {limit} listes et groupes sont imbriqués ici.",
    fix_en="Write fewer brackets, or less indentation.",
    fix_fr="Mettez moins de crochets ou moins de retraits.",
)
def too_deep(document: Document, _context: None) -> Iterator[Violation]:
    """A file of nothing but brackets stops or kills programs that read it."""
    yield from faults_as_violations(document, "too-deep")
