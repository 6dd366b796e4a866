"""ORG106 nobody-may-post."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf


@rule(
    "ORG106",
    "nobody-may-post",
    en="{organization}: nobody holds a delegation `post`, so nothing can be posted for it.",
    fr="{organization}\u00a0: personne n’y a de délégation `post`, et rien ne peut donc être publié en son nom.",
    fix_en="Add `post` to the delegation of an owner.",
    fix_fr="Ajoutez `post` à la délégation d’un responsable.",
)
def nobody_may_post(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """An organization on the board is there to post work; that nobody can is a slip."""
    held = (delegation for person in people.organization.people for delegation in person.delegations)
    if not any("post" in delegation.may for delegation in held):
        yield Violation("/people", {"organization": people.organization.name})
