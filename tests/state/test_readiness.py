"""What a board still needs before it may commit the government."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from board.core.text import Bilingual
from board.model.board import BoardSettings, Root
from board.model.organization import MAY, Delegation, Organization, Person
from board.state.readiness import lacking

NAME = Bilingual("Parks", "Parcs")
OWNER = ("post", "amend", "answer", "evaluate", "accept")
OFFICER = tuple(word for word in MAY if word not in OWNER)

SETTINGS = BoardSettings(
    NAME, "", "board@canada.gc.ca", "America/Toronto", "live", "", (Root("keeper", "", ("ssh-ed25519 AAAA",)),)
)
ALWAYS = ["clearance before each award", "signed acts", "terms marked as reviewed"]


def organization(*held: tuple[str, ...], mailbox: str = "parks@canada.gc.ca") -> Mapping[str, Organization]:
    """One organization whose people hold these delegations."""
    row = (Decimal("10000.00"), date(2026, 4, 1), date(2027, 3, 31))
    people = tuple(Person(f"p{n}", "", NAME, (Delegation(words, *row),)) for n, words in enumerate(held))
    return {"pc": Organization("pc", NAME, mailbox, people, specimen=False, formed_by="award")}


def missing(settings: BoardSettings, organizations: Mapping[str, Organization]) -> Iterator[str]:
    """The English names of what is missing."""
    return (each.en for each in lacking(settings, organizations))


def test_this_version_is_never_ready() -> None:
    """A board with people, mailboxes and keys lacks only what this version of the program cannot give."""
    assert list(missing(SETTINGS, organization(OWNER, OFFICER))) == ALWAYS


@pytest.mark.parametrize(
    ("settings", "organizations", "first"),
    [
        (SETTINGS, {}, "an organization"),
        (SETTINGS, organization(OWNER), "a delegation of pc for approve, keep-key, receive, clear, contract, pay"),
        (SETTINGS, organization(MAY), "two different people of pc for post and contract"),
        (SETTINGS, organization((*OWNER, "pay"), OFFICER), "two different people of pc for accept and pay"),
        (SETTINGS, organization((*OWNER, "keep-key"), OFFICER), "two different people of pc for evaluate and keep-key"),
        (
            SETTINGS,
            organization(OWNER, OFFICER, mailbox="parks@example.invalid"),
            "a mailbox of pc that receives mail",
        ),
        (
            replace(SETTINGS, contact="board@EXAMPLE.org"),
            organization(OWNER, OFFICER),
            "a contact that receives mail",
        ),
        (replace(SETTINGS, roots=()), organization(OWNER, OFFICER), "a root"),
        (replace(SETTINGS, roots=(Root("keeper", "", ()),)), organization(OWNER, OFFICER), "a key for each root"),
    ],
)
def test_each_thing_that_is_missing_is_named(
    settings: BoardSettings, organizations: Mapping[str, Organization], first: str
) -> None:
    """What can be missing on a board is named before what this version cannot give."""
    named = list(missing(settings, organizations))

    assert named[0] == first
    assert named[-len(ALWAYS) :] == ALWAYS
