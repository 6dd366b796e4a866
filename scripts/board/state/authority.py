"""Who may do what, and what a change is: decided from the base, never from what the change brings."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from board.model.board import Root
from board.model.change import Nature
from board.model.organization import Delegation, Organization, Person
from board.model.reference import LOGIN, place_of

_RECORD = "opportunities/"
_LOGIN = re.compile(LOGIN)
_MAIL = re.compile(r"mail-[0-9]+")


def same_person(login: str, identifier: str, other_login: str, other_identifier: str) -> bool:
    """Whether two names are one person: by numeric id where both have one, since a login can change hands."""
    if identifier and other_identifier:
        return identifier == other_identifier
    return login == other_login


def person_of(organization: Organization, login: str, identifier: str) -> Person | None:
    """Who in *organization* acts under that login and id; an empty id leaves the login, which is a claim."""
    return next((who for who in organization.people if same_person(login, identifier, who.login, who.id)), None)


def may(organization: Organization, login: str, identifier: str, word: str, on: date) -> Delegation | None:
    """The delegation under which somebody may do *word* on that day, the highest of several; None where none may."""
    who = person_of(organization, login, identifier)
    fitting = [row for row in who.delegations if word in row.may and row.first <= on <= row.last] if who else []
    return max(fitting, key=lambda row: row.up_to, default=None)


def able(organization: Organization | None, on: date, words: Collection[str]) -> tuple[str, ...]:
    """Who may do one of these words on that day, in the order of the file."""

    def holds(row: Delegation) -> bool:
        return row.first <= on <= row.last and not set(words).isdisjoint(row.may)

    people = organization.people if organization else ()
    return tuple(who.login for who in people if any(map(holds, who.delegations)))


OWNER = frozenset({"post", "amend", "answer", "evaluate", "accept"})
OFFICER = frozenset({"approve", "keep-key", "receive", "clear", "contract", "pay"})


def in_two_roles(organization: Organization, logins: Iterable[str], on: date) -> bool:
    """Whether two of these people are not one, and one of them acts as owner and the other as officer on that day."""
    words = {login: _words(organization, login, on) for login in set(logins)}
    return any(one != other and words[one] & OWNER and words[other] & OFFICER for one in words for other in words)


def _words(organization: Organization, login: str, on: date) -> frozenset[str]:
    who = organization.person(login)
    rows = who.delegations if who else ()
    return frozenset(word for row in rows if row.first <= on <= row.last for word in row.may)


def acts_for(organization: Organization, login: str, identifier: str, on: date) -> bool:
    """Whether somebody holds any delegation for *organization* on that day."""
    who = person_of(organization, login, identifier)
    return who is not None and any(row.first <= on <= row.last for row in who.delegations)


def insider(organization: Organization, login: str, identifier: str, on: date) -> Person | None:
    """Who of *organization* that is, where a delegation is in force on that day or is still to begin."""
    who = person_of(organization, login, identifier)
    return who if who and any(row.last >= on for row in who.delegations) else None


def is_root(roots: Iterable[Root], login: str, identifier: str) -> bool:
    """Whether somebody may change the board itself."""
    return any(same_person(login, identifier, root.login, root.id) for root in roots)


def for_roots_only(path: str) -> bool:
    """Whether nobody but a root may touch *path*: whatever is no organization's, and each organization's people."""
    place = place_of(path)
    return organization_of(path) == "" or (place is not None and place.kind == "organization")


def organization_of(path: str) -> str:
    """The folder of the organization in which *path* lies; empty for the board's own files."""
    folder, deeper, _ = path.removeprefix(_RECORD).partition("/")
    return folder if deeper and folder != "terms" and path.startswith(_RECORD) else ""


def nature(
    paths: Sequence[str],
    login: str,
    identifier: str,
    roots: Sequence[Root],
    organizations: Mapping[str, Organization],
    on: date,
) -> Nature:
    """What a change is.

    Args:
        paths: Every path that it touches.
        login: Of who proposes it.
        identifier: Numeric id of the forge; empty where the login is a claim.
        roots: Of the board, at the base.
        organizations: At the base, by id: at least those that the change touches.
        on: The day that delegations are asked about.
    """
    inside = [path for path in paths if path.startswith(_RECORD)]
    if not inside:
        return "work"
    if len(inside) < len(paths):
        return "mixed"
    root = is_root(roots, login, identifier)

    def entitled(path: str) -> bool:
        organization = organizations.get(organization_of(path))
        held = organization is not None and acts_for(organization, login, identifier, on)
        # An officer's change to the people of that officer's own organization is an act, which a rule then refuses.
        return (root and for_roots_only(path)) or held

    return "act" if all(map(entitled, inside)) else "bid"


def is_login(text: str) -> bool:
    """Whether *text* can stand in a path as the name of a bid."""
    return _LOGIN.fullmatch(text) is not None


def is_mail_name(login: str) -> bool:
    """Whether *login* has the form that is kept for bids that came by mail: ``mail-<n>``."""
    return _MAIL.fullmatch(login) is not None
