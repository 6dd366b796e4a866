"""ORG105 nobody-may-award."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf


@rule(
    "ORG105",
    "nobody-may-award",
    en="{organization}: nobody holds a delegation `contract`, so none of its opportunities can be awarded.",
    fr="{organization}\u00a0: personne n’y a de délégation `contract`, et aucune de ses occasions ne peut "
    "donc être attribuée.",
    fix_en="Add `contract` to the delegation of an officer.",
    fix_fr="Ajoutez `contract` à la délégation d’un agent.",
)
def nobody_may_award(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """Suppliers would work on bids that nobody is entitled to accept."""
    held = (delegation for person in people.organization.people for delegation in person.delegations)
    if not any("contract" in delegation.may for delegation in held):
        yield Violation("/people", {"organization": people.organization.name})
