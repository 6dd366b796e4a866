"""CHG103 not-an-addition."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of

_REMOVES = Bilingual("removes", "supprime")
_REPLACES = Bilingual("replaces", "remplace")


@rule(
    "CHG103",
    "not-an-addition",
    en="{path} stands on main already, and this change {does} it.",
    fr="{path} se trouve déjà dans main, et cette modification le {does}.",
    fix_en="Leave the file as it stands on main; what is on the record is neither replaced nor taken back.",
    fix_fr="Laissez le fichier tel qu’il est dans main\u00a0: ce qui est au dossier n’est ni remplacé ni repris.",
)
def not_an_addition(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A bid is added once; before the closing it is changed on its own branch, and nowhere else."""
    if change_set.nature != "bid":
        return
    for change in change_set.changes:
        place = place_of(change.path)
        if change.before and place and place.kind == "bid":
            does = _REPLACES if change.after else _REMOVES
            yield Violation("", {"path": change.path, "does": does}, path=change.path)
