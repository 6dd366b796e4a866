"""DOC104 hidden-character."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC104",
    "hidden-character",
    en="The character {character} stands here, which nobody sees or which changes the order of the others.",
    fr="Le caractère {character} figure ici\u00a0: il est invisible ou change l’ordre des autres.",
    fix_en="Take it out, or type the words again.",
    fix_fr="Retirez-le ou retapez les mots.",
)
def hidden_character(document: Document, _context: None) -> Iterator[Violation]:
    """Whoever approves a text must see the text that counts. Source: CVE-2021-42574, Trojan Source."""
    yield from faults_as_violations(document, "hidden-character")
