"""BRD107 missing-threshold."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board

_NEEDED = ("ldv-goods", "ldv-services", "fast-track")


@rule(
    "BRD107",
    "missing-threshold",
    en="The policy has no threshold {id}.",
    fr="La politique n’a pas de seuil {id}.",
    fix_en="Add a row {id} to `thresholds`, with its amount, its first day and its source.",
    fix_fr="Ajoutez à `thresholds` une ligne {id}, avec son montant, son premier jour et sa source.",
)
def missing_threshold(board: Board, _context: Context | None) -> Iterator[Violation]:
    """Every opportunity is held against these limits, and a limit that is not there refuses all or nothing."""
    if board.policy is None:
        return
    known = {row.id for row in board.policy.thresholds}
    for identifier in _NEEDED:
        if identifier not in known:
            yield Violation("/thresholds", {"id": Verbatim(identifier)}, path="opportunities/policy.yml")
