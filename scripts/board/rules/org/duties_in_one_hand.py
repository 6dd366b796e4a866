"""ORG108 duties-in-one-hand."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.organization import Person
from board.model.procurement import PeopleOf
from board.state.readiness import APART


@rule(
    "ORG108",
    "duties-in-one-hand",
    en="From {first} to {last}, {login} may both {one} and {other}.",
    fr="Du {first} au {last}, {login} peut à la fois {one} et {other}.",
    fix_en="Give {one} and {other} to two people. A trial board may go on; a live one may not.",
    fix_fr="Confiez {one} et {other} à deux personnes. Un tableau d’essai peut continuer\u202f; un tableau en service, "
    "non.",
    severity="warning",
)
def duties_in_one_hand(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """Nobody who asks for a work should alone choose who does it, and who certifies it should not also pay it.

    Source: Financial Administration Act, sections 33 and 34.
    """
    for index, person in enumerate(people.organization.people):
        for one, other in APART:
            yield from _both(person, one, other, pointer_to("people", index, "delegations"))


def _both(person: Person, one: str, other: str, pointer: str) -> Iterator[Violation]:
    for row in person.delegations:
        for beside in person.delegations:
            first, last = max(row.first, beside.first), min(row.last, beside.last)
            if one in row.may and other in beside.may and first <= last:
                words = {"one": Verbatim(one), "other": Verbatim(other)}
                yield Violation(pointer, {"login": person.login, **words, "first": first, "last": last})
                return
