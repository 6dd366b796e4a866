"""DOC105 odd-line-break."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "DOC105",
    "odd-line-break",
    en="A line ends here with {character}, which only some readers take for a line break.",
    fr="Une ligne se termine ici par {character}, que certains lecteurs seulement considèrent comme un saut de ligne.",
    fix_en="End the line with the Enter key, or write a space.",
    fix_fr="Terminez la ligne avec la touche Entrée, ou mettez une espace.",
)
def odd_line_break(document: Document, _context: None) -> Iterator[Violation]:
    """With such a break two readers of one file see other keys."""
    yield from faults_as_violations(document, "odd-line-break")
