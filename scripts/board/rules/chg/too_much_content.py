"""CHG116 too-much-content."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.change import ChangeSet
from board.model.context import Context

_WHAT = {
    "objects": Bilingual(
        "files and folders in their every version", "fichiers et dossiers dans chacune de leurs versions"
    ),
    "bytes": Bilingual("bytes", "octets"),
    "paths": Bilingual("changed paths", "chemins modifiés"),
}


@rule(
    "CHG116",
    "too-much-content",
    en="The change brings {found} {what} or more; {limit} are looked at.",
    fr="La modification apporte au moins {found} {what}\u202f; {limit} sont examinés.",
    fix_en="Start a new branch from main and put one file there in one commit.",
    fix_fr="Créez une nouvelle branche à partir de main et mettez-y un seul fichier en un seul commit.",
)
def too_much_content(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """What is added and removed again on the way stays in history for ever, where the net change does not show it."""
    for excess in change_set.excess:
        if excess.kind == "paths" or (excess.kind in _WHAT and change_set.nature == "bid"):
            facts: dict[str, Fact] = {"found": excess.found, "limit": excess.limit, "what": _WHAT[excess.kind]}
            yield Violation("", facts)
