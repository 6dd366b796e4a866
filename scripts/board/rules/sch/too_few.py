"""SCH110 too-few."""

from collections.abc import Iterator

from board.core.document import Document
from board.core.finding import Violation, faults_as_violations
from board.core.rule import rule


@rule(
    "SCH110",
    "too-few",
    en="There are {count} entries here; at least {limit} belong here.",
    fr="Il y a {count} éléments ici\u202f; il en faut au moins {limit}.",
    fix_en="Add what is missing, or take the key out if it is optional.",
    fix_fr="Ajoutez ce qui manque, ou retirez la clé si elle est facultative.",
)
def too_few(document: Document, _context: None) -> Iterator[Violation]:
    """A list that must say something says nothing when it is empty."""
    yield from faults_as_violations(document, "too-few")
