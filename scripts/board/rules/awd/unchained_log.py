"""AWD228 unchained-log."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Clone


@rule(
    "AWD228",
    "unchained-log",
    en="Line {line} of the log of receipts does not follow from the line before it, so nothing can be proved.",
    fr="La ligne {line} du registre ne découle pas de la ligne précédente\u00a0: rien ne peut donc être prouvé.",
    fix_en="Put back the branch `receipts` as the last clone has it in which the log is whole.",
    fix_fr="Rétablissez la branche `receipts` telle que l’a le dernier clone où le registre est intact.",
)
def unchained_log(clone: Clone, _situation: None) -> Iterator[Violation]:
    """Who bid, and when, rests on the log; one that was touched says nothing."""
    if clone.broken:
        yield Violation("", {"line": clone.broken})
