"""SCH103 unknown-key."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH103",
    "unknown-key",
    en="The key {key} is not known here.",
    fr="La clé {key} n’est pas connue ici.",
    fix_en="Take it out, or write one of these: {keys}.",
    fix_fr="Retirez-la, ou écrivez l’une de celles-ci\u00a0: {keys}.",
)
def unknown_key(document: Document, _context: None) -> Iterator[Violation]:
    """A key that nobody reads is a claim without effect, or a slip that leaves a default in force."""
    yield from faults_as_violations(document, "unknown-key")
