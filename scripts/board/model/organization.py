"""Who buys: `organization.yml`, with people and what each may do."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.core.text import Bilingual
from board.model.scalar import Fields, bilingual, day, money

# The acts that a delegation may name (the terms `accept` and `pay` are sections 34 and 33 of the FAA).
MAY = ("post", "amend", "answer", "approve", "keep-key", "receive", "evaluate", "clear", "contract", "accept", "pay")


@dataclass(frozen=True, slots=True)
class Delegation:
    """What somebody may do, up to how much, from when to when.

    Attributes:
        may: Words of `MAY`, or others that a rule then finds.
        up_to: CAD, with tax.
        first: First day.
        last: Last day.
    """

    may: tuple[str, ...]
    up_to: Decimal
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts for the organization.

    Attributes:
        login: Lower case.
        id: Numeric id of the forge; empty where it is not known.
        position: Title of the position.
        delegations: In the order of the file.
    """

    login: str
    id: str
    position: Bilingual
    delegations: tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A department or agency.

    Attributes:
        id: Its folder.
        name: Its name.
        mailbox: Where suppliers write.
        people: Who acts for it.
        specimen: Its records are examples, valid for ever and never listed as open.
        formed_by: ``award`` or ``signature``.
    """

    id: str
    name: Bilingual
    mailbox: str
    people: tuple[Person, ...]
    specimen: bool
    formed_by: str

    def person(self, login: str) -> Person | None:
        """Who acts under *login*; None where nobody does."""
        return next((person for person in self.people if person.login == login), None)


def organization(fields: Fields) -> Organization:
    """The organization that a valid `organization.yml` holds."""
    return Organization(
        id=fields["id"],
        name=bilingual(fields["name"]),
        mailbox=fields["mailbox"],
        people=tuple(_person(person) for person in fields["people"]),
        specimen=fields.get("specimen", False),
        formed_by=fields["contract"]["formed_by"] if "contract" in fields else "award",
    )


def _person(fields: Fields) -> Person:
    return Person(
        fields["login"],
        fields.get("id", ""),
        bilingual(fields["position"]),
        tuple(
            Delegation(tuple(row["may"]), money(row["up_to"]), day(row["from"]), day(row["to"]))
            for row in fields["delegations"]
        ),
    )
