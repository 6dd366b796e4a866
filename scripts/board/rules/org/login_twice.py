"""ORG101 login-twice."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf
from board.state.repeats import repeated


@rule(
    "ORG101",
    "login-twice",
    en="{login} stands twice among the people.",
    fr="{login} figure deux fois parmi les personnes.",
    fix_en="Keep one entry for {login}, with all delegations in it.",
    fix_fr="Gardez une seule entrée pour {login}, avec toutes ses délégations.",
)
def login_twice(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """Which delegations somebody holds must not depend on which of two entries is read."""
    everybody = people.organization.people
    for index in repeated(person.login for person in everybody):
        yield Violation(pointer_to("people", index, "login"), {"login": everybody[index].login})
