"""ORG103 backwards-delegation."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf


@rule(
    "ORG103",
    "backwards-delegation",
    en="This delegation of {login} ends on {last}, before it begins on {first}, so it never holds.",
    fr="Cette délégation de {login} prend fin le {last}, avant de commencer le {first}\u202f; elle n’est donc jamais "
    "en vigueur.",
    fix_en="Write a `to` that is not before `from`.",
    fix_fr="Inscrivez un `to` qui ne précède pas `from`.",
)
def backwards_delegation(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """A delegation that never holds would be found out on the day somebody needs it."""
    for index, person in enumerate(people.organization.people):
        for row, delegation in enumerate(person.delegations):
            if delegation.last < delegation.first:
                pointer = pointer_to("people", index, "delegations", row, "to")
                days = {"first": delegation.first, "last": delegation.last}
                yield Violation(pointer, {"login": person.login, **days})
