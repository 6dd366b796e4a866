"""CHG102 more-than-one-file."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG102",
    "more-than-one-file",
    en="The change touches {count} files of the board, and a bid is one.",
    fr="La modification touche {count} fichiers du tableau, et une soumission en est un seul.",
    fix_en="Keep the file of the bid and take the others out.",
    fix_fr="Gardez le fichier de la soumission et retirez les autres.",
)
def more_than_one_file(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A bid is one file, so that it can be read, merged and left out by itself."""
    if change_set.nature == "bid" and len(change_set.changes) > 1:
        yield Violation("", {"count": len(change_set.changes)})
