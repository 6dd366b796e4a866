"""SCH102 missing-language."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH102",
    "missing-language",
    en="The {language} text is missing here.",
    fr="Le texte {language} manque ici.",
    fix_en="Write it under {key}; both languages stand side by side, or nothing is published.",
    fix_fr="Écrivez-le sous {key}\u202f; les deux langues figurent côte à côte, ou rien n’est publié.",
)
def missing_language(document: Document, _context: None) -> Iterator[Violation]:
    """Everything that the board says exists in both official languages in the same commit, or nothing does."""
    yield from faults_as_violations(document, "missing-language")
