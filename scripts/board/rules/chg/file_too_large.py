"""CHG130 file-too-large."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import limit_of


@rule(
    "CHG130",
    "file-too-large",
    en="{path} has {size} bytes; a file of the board has at most {limit}.",
    fr="{path} compte {size} octets\u202f; un fichier du tableau en compte au plus {limit}.",
    fix_en="Shorten the file.",
    fix_fr="Abrégez le fichier.",
)
def file_too_large(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Sizes are asked for before anything is read, so that a huge file costs whoever judges it nothing."""
    if change_set.nature in ("work", "mixed"):
        return
    for change in change_set.changes:
        limit = limit_of(change.path)
        if change.after and change.after.size > limit:
            yield Violation("", {"path": change.path, "size": change.after.size, "limit": limit}, path=change.path)
