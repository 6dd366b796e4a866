"""CHG104 wrong-mode."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.change import ChangeSet
from board.model.context import Context

_KINDS = {
    "120000": Bilingual("a symbolic link", "un lien symbolique"),
    "160000": Bilingual("a submodule", "un sous-module"),
    "100755": Bilingual("a program that can be run", "un programme exécutable"),
}
_OTHER = Bilingual("something else than a file", "autre chose qu’un fichier")


@rule(
    "CHG104",
    "wrong-mode",
    en="{path} is {kind} (mode {mode}), and files of the board are plain files.",
    fr="{path} est {kind} (mode {mode}), et les fichiers du tableau sont des fichiers ordinaires.",
    fix_en="Put a plain file there (mode 100644).",
    fix_fr="Mettez-y un fichier ordinaire (mode 100644).",
)
def wrong_mode(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A link leads out of the record, a submodule leaves it, and nothing here is meant to be run."""
    if change_set.nature in ("work", "mixed"):
        return
    for change in change_set.changes:
        if change.after and change.after.mode != "100644":
            kind = _KINDS.get(change.after.mode, _OTHER)
            facts: dict[str, Fact] = {"path": change.path, "kind": kind, "mode": Verbatim(change.after.mode)}
            yield Violation("", facts, path=change.path)
