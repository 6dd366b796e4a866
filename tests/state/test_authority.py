"""Who may do what, and what a change is."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from board.core.text import Bilingual
from board.model.board import Root
from board.model.change import Nature
from board.model.organization import Delegation, Organization, Person
from board.state.authority import (
    acts_for,
    for_roots_only,
    insider,
    is_login,
    is_mail_name,
    is_root,
    may,
    nature,
    organization_of,
    same_person,
)

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
DAY = timedelta(days=1)
TITLE = Bilingual("Officer", "Agente")


def delegation(*may: str, up_to: str = "10000.00", first: date = FIRST, last: date = LAST) -> Delegation:
    """A delegation for one year."""
    return Delegation(may, Decimal(up_to), first, last)


ORGANIZATION = Organization(
    "dex-mex",
    Bilingual("Examples", "Exemples"),
    "x@example.invalid",
    (
        Person("m-singh", "github:900011", TITLE, (delegation("post"), delegation("post", "amend", up_to="20000.00"))),
        Person("a-tremblay", "", TITLE, (delegation("contract", first=LAST),)),
        Person("nobody", "", TITLE, ()),
    ),
    specimen=False,
    formed_by="award",
)
ROOTS = (Root("root-racine", "github:900001", ()),)
OWN = "opportunities/dex-mex/2026/date-filter/opportunity.yml"
OTHER = "opportunities/other/2026/map/opportunity.yml"
PEOPLE = "opportunities/dex-mex/organization.yml"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("a", "github:1"), ("a", "github:1"), True),
        (("a", "github:1"), ("b", "github:1"), True),
        (("a", "github:1"), ("a", "github:2"), False),
        (("a", ""), ("a", "github:2"), True),
        (("a", "github:1"), ("a", ""), True),
        (("a", ""), ("b", ""), False),
        (("a", ""), ("b", "github:2"), False),
    ],
)
def test_a_person_is_an_id_where_both_have_one(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    """Ids decide alone where both sides have one; else the login does, which is a claim."""
    assert same_person(*one, *other) is expected


@pytest.mark.parametrize(("on", "expected"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)])
def test_a_delegation_has_days(on: date, expected: bool) -> None:
    """A delegation counts from its first day to its last, both included."""
    assert (may(ORGANIZATION, "m-singh", "", "post", on) is not None) is expected
    assert acts_for(ORGANIZATION, "m-singh", "", on) is expected


def test_the_highest_of_several_delegations() -> None:
    """Who holds two delegations for one word may do the larger sum."""
    found = may(ORGANIZATION, "m-singh", "github:900011", "post", FIRST)

    assert found
    assert found.up_to == Decimal("20000.00")
    assert may(ORGANIZATION, "m-singh", "", "contract", FIRST) is None


@pytest.mark.parametrize(
    ("login", "on", "expected"),
    [
        ("a-tremblay", FIRST, True),
        ("a-tremblay", LAST, True),
        ("a-tremblay", LAST + DAY, False),
        ("nobody", FIRST, False),
        ("maple-works", FIRST, False),
    ],
)
def test_an_insider_acts_now_or_later(login: str, on: date, expected: bool) -> None:
    """A delegation that is still to begin makes an insider; one that has ended does not."""
    assert (insider(ORGANIZATION, login, "", on) is not None) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("opportunities/board.yml", True),
        ("opportunities/policy.yml", True),
        ("opportunities/LICENSE.md", True),
        ("opportunities/unknown.yml", True),
        ("opportunities/terms/2026-1/en.md", True),
        ("opportunities/terms/2026-1/declarations.yml", True),
        ("opportunities/terms/2026/x/opportunity.yml", True),
        (PEOPLE, True),
        (OWN, False),
        ("opportunities/dex-mex/notes.yml", False),
    ],
)
def test_what_only_roots_touch(path: str, expected: bool) -> None:
    """Whatever is no organization's, and each organization's people."""
    assert for_roots_only(path) is expected


def test_whose_a_path_is() -> None:
    """The folder below `opportunities/`, but for the terms and for what lies elsewhere."""
    paths = (OWN, PEOPLE, "opportunities/board.yml", "opportunities/terms/2026-1/en.md", "scripts/x/y")

    assert [organization_of(path) for path in paths] == ["dex-mex", "dex-mex", "", "", ""]


def test_a_root_is_known_by_id() -> None:
    """The name of a root with another id is not that root."""
    assert is_root(ROOTS, "root-racine", "")
    assert is_root(ROOTS, "renamed", "github:900001")
    assert not is_root(ROOTS, "root-racine", "github:2")


@pytest.mark.parametrize(
    ("paths", "login", "identifier", "on", "expected"),
    [
        ([OWN], "m-singh", "", FIRST, "act"),
        ([OWN], "m-singh", "github:900011", FIRST, "act"),
        ([OWN], "m-singh", "github:1", FIRST, "bid"),
        ([OWN], "m-singh", "", FIRST - DAY, "bid"),
        ([OWN, OTHER], "m-singh", "", FIRST, "bid"),
        ([OWN, PEOPLE], "m-singh", "", FIRST, "act"),
        ([PEOPLE], "root-racine", "github:900001", FIRST, "act"),
        ([OWN], "root-racine", "github:900001", FIRST, "bid"),
        (["opportunities/board.yml"], "root-racine", "", FIRST, "act"),
        (["opportunities/board.yml"], "m-singh", "", FIRST, "bid"),
        ([OWN], "maple-works", "", FIRST, "bid"),
        ([OWN, "README.md"], "m-singh", "", FIRST, "mixed"),
        (["README.md"], "maple-works", "", FIRST, "work"),
        (["opportunities.yml", "opportunities"], "maple-works", "", FIRST, "work"),
        ([], "maple-works", "", FIRST, "work"),
    ],
)
def test_what_a_change_is(paths: list[str], login: str, identifier: str, on: date, expected: Nature) -> None:
    """An act takes a delegation for each organization; work touches no record; a mixture is neither."""
    assert nature(paths, login, identifier, ROOTS, {"dex-mex": ORGANIZATION}, on) == expected


def test_names_of_bidders() -> None:
    """A login that can name a file, and the form that is kept for bids by mail."""
    assert [is_login(text) for text in ("maple-works", "a1", "Maple", "a--b", "-a", "a_b", "a[bot]", "", "a\n")] == [
        True,
        True,
        *[False] * 7,
    ]
    assert [is_mail_name(text) for text in ("mail-1", "mail-12", "mail", "mail-x", "mail-1-2", "email-1")] == [
        True,
        True,
        *[False] * 4,
    ]
