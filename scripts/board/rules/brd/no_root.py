"""BRD110 no-root."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board


@rule(
    "BRD110",
    "no-root",
    en="The board names no root, so nobody may change its settings, its policy, its terms or its organizations.",
    fr="Le tableau ne nomme aucune racine\u00a0: personne ne peut donc modifier ses paramètres, sa politique, ses "
    "conditions ni ses organisations.",
    fix_en="Name under `roots` the login of who keeps the board.",
    fix_fr="Nommez sous `roots` le nom d’utilisateur de la personne qui tient le tableau.",
    severity="warning",
)
def no_root(board: Board, _context: Context | None) -> Iterator[Violation]:
    """A law changes, and then somebody must be able to enter it."""
    if board.settings is not None and not board.settings.roots:
        yield Violation("/roots")
