"""CHG131 file-not-fetched."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.yaml import LIMIT
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG131",
    "file-not-fetched",
    en="The content of {path} was not fetched; it has more than the {limit} bytes of a file of the board, or is lost.",
    fr=(
        "Le contenu de {path} n’a pas été récupéré\u00a0: il dépasse les {limit} octets d’un fichier du "
        "tableau, ou il est perdu."
    ),
    fix_en="Shorten the file; in a clone of your own, fetch everything.",
    fix_fr="Abrégez le fichier\u202f; dans votre propre clone, récupérez tout.",
)
def file_not_fetched(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A fetch that leaves out large files keeps the judge small; what is left out is a finding, never asked for."""
    if change_set.nature in ("work", "mixed"):
        return
    for change in change_set.changes:
        if change.after and change.after.size < 0:
            yield Violation("", {"path": change.path, "limit": LIMIT}, path=change.path)
