"""AWD102 outside-delegation."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Act
from board.state.authority import may, person_of


@rule(
    "AWD102",
    "outside-delegation",
    en="No delegation of {officer} that says {word} is in force on {day}.",
    fr="Aucune délégation de {officer} qui comporte {word} n’est en vigueur le {day}.",
    fix_en="Ask somebody to act whose delegation says {word} on that day.",
    fix_fr="Confiez l’acte à une personne dont la délégation comporte {word} ce jour-là.",
)
def outside_delegation(act: Act, _context: Context) -> Iterator[Violation]:
    """A delegation says what, for whom, up to how much, and from when to when; outside it an officer is anybody."""
    who = person_of(act.organization, act.by, act.id) if act.organization else None
    if act.organization is None or who is None:
        return  # another rule says so
    if may(act.organization, act.by, act.id, act.word, act.on) is None:
        pointer = pointer_to("people", act.organization.people.index(who), "delegations")
        yield Violation(pointer, {"officer": act.by, "word": Verbatim(act.word), "day": act.on})
