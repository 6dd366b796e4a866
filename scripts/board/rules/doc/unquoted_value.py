"""DOC116 unquoted-value."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC116",
    "unquoted-value",
    en="{found} stands here without quotes, and a reader of YAML can take it for something other than this text.",
    fr="{found} figure ici sans guillemets droits, et un lecteur de YAML peut y voir autre chose que ce texte.",
    fix_en="Put it in double quotes; for yes or no write true or false.",
    fix_fr="Mettez-le entre guillemets droits\u202f; pour oui ou non, écrivez true ou false.",
)
def unquoted_value(document: Document, _context: None) -> Iterator[Violation]:
    """To many readers ON is true, 010 is eight, and 12:30 is 750. Source: https://yaml.org/type/."""
    yield from faults_as_violations(document, "unquoted-value")
