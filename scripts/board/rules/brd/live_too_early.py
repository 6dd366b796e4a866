"""BRD103 live-too-early."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board
from board.state.readiness import lacking


@rule(
    "BRD103",
    "live-too-early",
    en="The board says that it is live, and it lacks {missing}.",
    fr="Le tableau se déclare en service, mais il lui manque {missing}.",
    fix_en='Write mode: "trial" until nothing of this is missing.',
    fix_fr='Inscrivez mode: "trial" tant qu’il manque l’un de ces éléments.',
)
def live_too_early(board: Board, _context: Context | None) -> Iterator[Violation]:
    """A live board commits the government, so each guard that the law or fairness asks for must stand first."""
    if board.settings is not None and board.settings.mode == "live":
        missing = tuple(lacking(board.settings, board.organizations))
        if missing:
            yield Violation("/mode", {"missing": missing})
