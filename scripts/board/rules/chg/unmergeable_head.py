"""CHG128 unmergeable-head."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context


@rule(
    "CHG128",
    "unmergeable-head",
    en="Git cannot merge the proposed branch: it holds folders or files that no Git would write.",
    fr=(
        "Git ne peut fusionner la branche proposée\u00a0: elle contient des dossiers ou des fichiers "
        "qu’aucun Git n’écrirait."
    ),
    fix_en="Start a new branch from main and add the file with an ordinary Git.",
    fix_fr="Créez une nouvelle branche à partir de main et ajoutez-y le fichier avec un Git ordinaire.",
)
def unmergeable_head(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Malformed objects stop or mislead the tools that read them; main by itself merges well."""
    if change_set.related and not change_set.mergeable:
        yield Violation("")
