"""ORG107 other-organization-id."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import PeopleOf
from board.model.reference import place_of


@rule(
    "ORG107",
    "other-organization-id",
    en="The organization says that its id is {found}; its folder is {folder}.",
    fr="L’organisation se donne l’identifiant {found}, et son dossier est {folder}.",
    fix_en='Write id: "{folder}".',
    fix_fr='Inscrivez id: "{folder}".',
)
def other_organization_id(people: PeopleOf, _context: Context) -> Iterator[Violation]:
    """The folder is the name in every path, address and tag; a second name would lead elsewhere."""
    place = place_of(people.path)
    folder, found = place.organization if place else "", people.organization.id
    if found != folder:
        yield Violation("/id", {"found": found, "folder": Verbatim(folder)})
