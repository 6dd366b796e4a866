"""ORG104 unknown-may."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.organization import MAY
from board.model.procurement import PeopleOf

_WORDS = tuple(map(Verbatim, MAY))


@rule(
    "ORG104",
    "unknown-may",
    en="A delegation of {login} names {found}, which is no act of this board.",
    fr="Une délégation de {login} nomme {found}, qui n’est pas un acte de ce tableau.",
    fix_en="Write one of {words}.",
    fix_fr="Inscrivez l’un de ces mots\u00a0: {words}.",
)
def unknown_may(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """A misspelt act delegates nothing, and nobody would notice before it is needed."""
    for index, person in enumerate(people.organization.people):
        for row, delegation in enumerate(person.delegations):
            for place, word in enumerate(delegation.may):
                if word not in MAY:
                    pointer = pointer_to("people", index, "delegations", row, "may", place)
                    yield Violation(pointer, {"login": person.login, "found": word, "words": _WORDS})
