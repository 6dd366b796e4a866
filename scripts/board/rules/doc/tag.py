"""DOC110 tag."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC110",
    "tag",
    en="A tag stands here, {found}, which changes the type of a value.",
    fr="Une étiquette figure ici, {found}, qui change le type d’une valeur.",
    fix_en="Take it out; a text that begins with an exclamation mark stands in quotes.",
    fix_fr="Retirez-la\u202f; un texte qui commence par un point d’exclamation se met entre guillemets droits.",
)
def tag(document: Document, _context: None) -> Iterator[Violation]:
    """A tag tells a reader to make something other than text, in some readers even to run a program."""
    yield from faults_as_violations(document, "tag")
