"""AWD103 over-delegation."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Act
from board.state.authority import may, person_of


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
    who = person_of(act.organization, act.by, act.id) if act.organization else None
    if act.organization is None or who is None or act.total is None:
        return
    delegation = may(act.organization, act.by, act.id, act.word, act.on)
    if delegation and act.total > delegation.up_to:
        index, row = act.organization.people.index(who), who.delegations.index(delegation)
        pointer = pointer_to("people", index, "delegations", row, "up_to")
        yield Violation(pointer, {"total": act.total, "officer": act.by, "limit": delegation.up_to})
