"""Names of things in the repository: REF, paths, branches, tags."""

import re
from dataclasses import dataclass
from typing import Literal

from board.core.yaml import LIMIT, WRITTEN_LIMIT

Kind = Literal[
    "board", "policy", "organization", "declarations", "terms", "licence",
    "opportunity", "bid", "award", "cancellation", "sealing", "closing", "rulings", "evaluation", "draw", "opening",
]  # fmt: skip

# What enters main in the commit of an outcome, and never alone.
WITH_OUTCOME: frozenset[Kind] = frozenset({"closing", "rulings", "evaluation", "draw", "opening"})

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LOGIN = SLUG
REF = rf"{SLUG}/[0-9]{{4}}/{SLUG}"

_PATHS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("opportunity", re.compile(rf"opportunities/(?P<ref>{REF})/opportunity\.yml")),
    ("bid", re.compile(rf"opportunities/(?P<ref>{REF})/bids/(?P<login>{LOGIN})\.yml")),
    ("award", re.compile(rf"opportunities/(?P<ref>{REF})/awards/(?P<login>{LOGIN})/award\.yml")),
    ("sealing", re.compile(rf"opportunities/(?P<ref>{REF})/sealing\.yml")),
    ("closing", re.compile(rf"opportunities/(?P<ref>{REF})/closing\.yml")),
    ("rulings", re.compile(rf"opportunities/(?P<ref>{REF})/rulings\.yml")),
    ("evaluation", re.compile(rf"opportunities/(?P<ref>{REF})/evaluation\.yml")),
    ("draw", re.compile(rf"opportunities/(?P<ref>{REF})/draw\.yml")),
    ("opening", re.compile(rf"opportunities/(?P<ref>{REF})/openings/(?P<login>{LOGIN})\.(?:offer|answers)\.json")),
    ("cancellation", re.compile(rf"opportunities/(?P<ref>{REF})/cancellation\.yml")),
    ("organization", re.compile(rf"opportunities/(?P<organization>{SLUG})/organization\.yml")),
    ("declarations", re.compile(rf"opportunities/terms/(?P<version>{SLUG})/declarations\.yml")),
    ("terms", re.compile(rf"opportunities/terms/(?P<version>{SLUG})/(?P<language>en|fr)\.md")),
    ("board", re.compile(r"opportunities/board\.yml")),
    ("policy", re.compile(r"opportunities/policy\.yml")),
    ("licence", re.compile(r"opportunities/LICENSE\.md")),
)

# The files that hold a row for each bid; the board itself writes them.
_LISTS = ("award", "closing", "rulings", "evaluation", "draw")
_LIST_NAMES = tuple(f"/{kind}.yml" for kind in _LISTS)

_REF = re.compile(REF)
_LOGIN = re.compile(LOGIN)
_BID_BRANCH = re.compile(rf"bids/(?P<login>{LOGIN})/(?P<ref>{REF})")
_POST_BRANCH = re.compile(rf"posts/(?P<login>{LOGIN})/(?P<ref>{REF})")


@dataclass(frozen=True, slots=True)
class Place:
    """What a path says of the file that stands there.

    Attributes:
        kind: Kind of file; the kinds but ``terms``, ``licence`` and ``opening`` have a schema of that name.
        ref: ``<org>/<year>/<slug>`` of the procurement; empty outside one.
        login: Whose bid, award or opening; empty where the kind has none.
        organization: Slug of the organization the file belongs to; empty for the board's own.
        version: Version of the terms; empty elsewhere.
        language: Language of a text of the terms; empty elsewhere.
    """

    kind: Kind
    ref: str = ""
    login: str = ""
    organization: str = ""
    version: str = ""
    language: str = ""


def place_of(path: str) -> Place | None:
    """What *path* says; None where the record has no such path."""
    for kind, pattern in _PATHS:
        found = pattern.fullmatch(path)
        if found:
            named = found.groupdict()
            ref = named.get("ref", "")
            return Place(
                kind,
                ref,
                named.get("login", ""),
                named.get("organization") or ref.partition("/")[0],
                named.get("version", ""),
                named.get("language", ""),
            )
    return None


def limit_of_kind(kind: str) -> int:
    """The most bytes that a file of that kind may have."""
    return WRITTEN_LIMIT if kind in _LISTS else LIMIT


def limit_of(path: str) -> int:
    """The most bytes that the file at *path* may have."""
    # Asked of every file that is read, few of which are called like a list.
    place = place_of(path) if path.endswith(_LIST_NAMES) else None
    return limit_of_kind(place.kind if place else "")


def is_ref(text: str) -> bool:
    """Whether *text* has the form ``<org>/<year>/<slug>``."""
    return _REF.fullmatch(text) is not None


def buyer(ref: str) -> str:
    """The organization whose procurement it is."""
    return ref.partition("/")[0]


def is_login(text: str) -> bool:
    """Whether *text* has the form of a login, which no forge makes longer than 39 characters."""
    return len(text) <= 39 and _LOGIN.fullmatch(text) is not None


def folder(ref: str) -> str:
    """The folder of the procurement, without a final slash."""
    return f"opportunities/{ref}"


def opportunity_path(ref: str) -> str:
    """Where the request stands."""
    return f"{folder(ref)}/opportunity.yml"


def bid_path(ref: str, login: str) -> str:
    """Where the bid of *login* stands."""
    return f"{folder(ref)}/bids/{login}.yml"


def award_path(ref: str, login: str) -> str:
    """Where the award to *login* stands."""
    return f"{folder(ref)}/awards/{login}/award.yml"


def cancellation_path(ref: str) -> str:
    """Where a procurement says that it ended without an award."""
    return f"{folder(ref)}/cancellation.yml"


def sealing_path(ref: str) -> str:
    """Where the key stands to which bids are sealed."""
    return f"{folder(ref)}/sealing.yml"


def closing_path(ref: str) -> str:
    """Where the bids of record are listed."""
    return f"{folder(ref)}/closing.yml"


def rulings_path(ref: str) -> str:
    """Where it stands what two officers settled of what was in doubt."""
    return f"{folder(ref)}/rulings.yml"


def evaluation_path(ref: str) -> str:
    """Where the result of each bid of record stands."""
    return f"{folder(ref)}/evaluation.yml"


def draw_path(ref: str) -> str:
    """Where the draws that were held stand."""
    return f"{folder(ref)}/draw.yml"


def opening_name(login: str, part: str) -> str:
    """The name of the file with the content of an envelope, wherever it lies."""
    return f"{login}.{part}.json"


def opening_path(ref: str, login: str, part: str) -> str:
    """Where the content of an envelope stands, to the byte."""
    return f"{folder(ref)}/openings/{opening_name(login, part)}"


def organization_path(organization: str) -> str:
    """Where the people and delegations of an organization stand."""
    return f"opportunities/{organization}/organization.yml"


def bid_branch(login: str, ref: str) -> str:
    """The branch, without ``refs/heads/``, on which *login* bids."""
    return f"bids/{login}/{ref}"


def of_bid_branch(branch: str) -> tuple[str, str] | None:
    """Login and REF of a bid's branch, given without ``refs/heads/``; None for any other branch."""
    found = _BID_BRANCH.fullmatch(branch)
    return (found["login"], found["ref"]) if found else None


def post_branch(login: str, ref: str) -> str:
    """The branch, without ``refs/heads/``, on which *login* proposes a posting to a host."""
    return f"posts/{login}/{ref}"


def of_post_branch(branch: str) -> tuple[str, str] | None:
    """Login and REF of a posting's branch, given without ``refs/heads/``; None for any other branch."""
    found = _POST_BRANCH.fullmatch(branch)
    return (found["login"], found["ref"]) if found else None


def award_tag(ref: str, login: str) -> str:
    """The tag, without ``refs/tags/``, of an award."""
    return f"award/{ref}/{login}"


def closing_tag(ref: str) -> str:
    """The tag, without ``refs/tags/``, that holds the bids of record and the log up to the cut."""
    return f"closing/{ref}"


def proposal_branch(ref: str) -> str:
    """The branch, without ``refs/heads/``, of an award that is proposed."""
    return f"award/{ref}"


def neutral_email(login: str) -> str:
    """The address that the board writes into commits of *login*: nobody's mailbox, and like those of forges."""
    return f"{login}@users.noreply.board.invalid"
