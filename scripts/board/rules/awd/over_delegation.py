"""AWD103 over-delegation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Act
from board.state.authority import may


@rule(
    "AWD103",
    "over-delegation",
    en="The total with tax, {total}, is over the delegation of {officer}, {limit}.",
    fr="Le total avec taxes, {total}, dépasse la délégation de {officer}, qui est de {limit}.",
    fix_en="Ask somebody to award it whose delegation reaches {total}.",
    fix_fr="Confiez l’attribution à une personne dont la délégation atteint {total}.",
)
def over_delegation(act: Act, _context: Context) -> Iterator[Violation]:
    """The limit of a delegation is a limit on what is spent, so tax counts."""
    delegation = may(act.organization, act.by, act.id, act.word, act.on) if act.organization else None
    if delegation and act.total is not None and act.total > delegation.up_to:
        yield Violation("/people", {"total": act.total, "officer": act.by, "limit": delegation.up_to})
