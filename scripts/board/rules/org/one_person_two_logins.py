"""ORG102 one-person-two-logins."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf
from board.state.repeats import repeated


@rule(
    "ORG102",
    "one-person-two-logins",
    en="{login} has the id {id} of somebody else among the people, so both are one person.",
    fr="{login} porte l’identifiant {id} d’une autre des personnes\u00a0: les deux n’en font donc qu’une.",
    fix_en="Write the id that the forge gives to {login}, or keep one entry for that person.",
    fix_fr="Inscrivez l’identifiant que la forge donne à {login}, ou gardez une seule entrée pour cette personne.",
)
def one_person_two_logins(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """Two people watch each other only where they are two: the id is the person, the login a name that can change."""
    everybody = people.organization.people
    for index in repeated(person.id for person in everybody):
        facts = {"login": everybody[index].login, "id": everybody[index].id}
        yield Violation(pointer_to("people", index, "id"), facts)
