"""SCH104 personal-key."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH104",
    "personal-key",
    en="A key here, with {word} in its name, asks for personal data.",
    fr="Une clé dont le nom contient {word} demande ici des renseignements personnels.",
    fix_en="Take it out at once, with its value; it must not be in Git, where it stays for ever.",
    fix_fr="Retirez-la tout de suite avec sa valeur\u202f; elle ne doit pas être dans Git, où elle reste pour "
    "toujours.",
)
def personal_key(document: Document, _context: None) -> Iterator[Violation]:
    """What is published through Git cannot be taken back. Source: Privacy Act, s. 4 and 5. No value is repeated."""
    yield from faults_as_violations(document, "personal-key")
