"""BRD101 missing-board-file."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board

_NEEDED = ("opportunities/board.yml", "opportunities/policy.yml")


@rule(
    "BRD101",
    "missing-board-file",
    en="There is no file {path}, so nothing here can be judged as a board.",
    fr="Il n’y a pas de fichier {path}\u202f; rien ici ne peut donc être jugé comme un tableau.",
    fix_en="Go to the folder of a board, or name it with --root; board init makes a new one.",
    fix_fr="Allez au dossier d’un tableau, ou nommez-le avec --root\u202f; board init en crée un nouveau.",
)
def missing_board_file(board: Board, _context: Context | None) -> Iterator[Violation]:
    """Without settings there is no zone to tell days in, and without policy no limit: nothing could be refused."""
    for path in _NEEDED:
        if path not in board.documents:
            yield Violation("", {"path": Verbatim(path)}, path=path)
