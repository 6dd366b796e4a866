"""CHG130 file-too-large."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.yaml import LIMIT
from board.model.change import ChangeSet
from board.model.context import Context


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
        if change.after and change.after.size > LIMIT:
            yield Violation("", {"path": change.path, "size": change.after.size, "limit": LIMIT}, path=change.path)
