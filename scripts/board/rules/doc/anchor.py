"""DOC107 anchor."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC107",
    "anchor",
    en="An anchor stands here, {found}, so that the value could be repeated elsewhere.",
    fr="Une ancre figure ici, {found}, qui permettrait de répéter la valeur ailleurs.",
    fix_en="Take the anchor out; a text that begins with & stands in quotes.",
    fix_fr="Retirez l’ancre\u202f; un texte qui commence par & se met entre guillemets droits.",
)
def anchor(document: Document, _context: None) -> Iterator[Violation]:
    """What stands in one place must not come from another."""
    yield from faults_as_violations(document, "anchor")
