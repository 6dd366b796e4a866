"""AWD221 cut-history."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Clone


@rule(
    "AWD221",
    "cut-history",
    en="History was cut off in this clone, so nothing can be proved.",
    fr="L’historique de ce clone a été coupé\u00a0: rien ne peut donc être prouvé.",
    fix_en="Fetch all of it: `git fetch --unshallow --tags`.",
    fix_fr="Obtenez-le au complet\u00a0: `git fetch --unshallow --tags`.",
)
def cut_history(clone: Clone, _situation: None) -> Iterator[Violation]:
    """What is not in the clone cannot be proved, and silence about it would pass for proof."""
    if clone.shallow:
        yield Violation("")
