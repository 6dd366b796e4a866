"""What a board still needs before it may commit the government."""

from collections.abc import Iterator, Mapping

from board.core.text import Bilingual
from board.model.board import BoardSettings
from board.model.organization import MAY, Organization

# Ends of addresses that reach nobody. Source: RFC 2606 and RFC 6761.
_NOWHERE = (".invalid", ".example", ".test", ".localhost", "example.com", "example.net", "example.org")

# Duties that the law or fairness keeps apart: who posts does not alone award, section 34 is not section 33, and
# who evaluates does not keep the key.
APART = (("post", "contract"), ("accept", "pay"), ("evaluate", "keep-key"))

# What this version of the program does not do yet. Each of them leaves this list with the work that brings it.
_NOT_YET = (
    Bilingual("clearance before each award", "des vérifications préalables à chaque attribution"),
    Bilingual("signed acts", "des actes signés"),
    Bilingual("terms marked as reviewed", "des conditions marquées comme révisées"),
)


def lacking(settings: BoardSettings, organizations: Mapping[str, Organization]) -> Iterator[Bilingual]:
    """Everything that a live board needs and this one has not, each as a noun with its article in French."""
    if not organizations:
        yield Bilingual("an organization", "une organisation")
    for identifier, organization in organizations.items():
        yield from _of_organization(identifier, organization)
    if _reaches_nobody(settings.contact):
        yield Bilingual("a contact that receives mail", "une adresse de contact qui reçoit du courrier")
    if not settings.roots:
        yield Bilingual("a root", "une racine")
    elif not all(root.keys for root in settings.roots):
        yield Bilingual("a key for each root", "une clé pour chaque racine")
    yield from _NOT_YET


def _of_organization(identifier: str, organization: Organization) -> Iterator[Bilingual]:
    held = {person.login: {word for row in person.delegations for word in row.may} for person in organization.people}
    uncovered = [word for word in MAY if not any(word in words for words in held.values())]
    if uncovered:
        listed = ", ".join(uncovered)
        yield Bilingual(
            f"a delegation of {identifier} for {listed}", f"une délégation de {identifier} pour\u00a0: {listed}"
        )
    for one, other in APART:
        if any(one in words and other in words for words in held.values()):
            yield Bilingual(
                f"two different people of {identifier} for {one} and {other}",
                f"deux personnes différentes de {identifier} pour {one} et {other}",
            )
    if _reaches_nobody(organization.mailbox):
        yield Bilingual(
            f"a mailbox of {identifier} that receives mail",
            f"une boîte aux lettres de {identifier} qui reçoit du courrier",
        )


def _reaches_nobody(address: str) -> bool:
    return address.lower().endswith(_NOWHERE)
