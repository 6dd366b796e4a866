"""BRD102 incomplete-terms."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board
from board.model.reference import place_of

_FILES = ("en.md", "fr.md", "declarations.yml")


@rule(
    "BRD102",
    "incomplete-terms",
    en="Version {version} of the terms has no {path}, or nothing stands in it.",
    fr="La version {version} des conditions n’a pas de fichier {path}, ou ce fichier est vide.",
    fix_en="Write all three files of the version: en.md, fr.md and declarations.yml.",
    fix_fr="Écrivez les trois fichiers de la version\u00a0: en.md, fr.md et declarations.yml.",
)
def incomplete_terms(board: Board, _context: Context | None) -> Iterator[Violation]:
    """Both languages of a contract have equal authority, and a bid makes the declarations that come with its terms."""
    versions = {place.version for place in map(place_of, board.documents) if place and place.version}
    for version in sorted(versions):
        for name in _FILES:
            path = f"opportunities/terms/{version}/{name}"
            document = board.documents.get(path)
            empty = document is None or (isinstance(document.value, str) and not document.value.strip())
            if empty:
                yield Violation("", {"version": Verbatim(version), "path": Verbatim(name)}, path=path)
