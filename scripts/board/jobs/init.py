"""A new, valid board: one organization, two people, the law as data, the terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from board.core import yaml
from board.core.text import Bilingual
from board.model.board import BoardSettings, Root
from board.model.reference import organization_path, place_of
from board.model.snapshot import MAIN, Decide, Edit, NewCommit, Nothing, Outcome, Snapshot, Tree
from board.render.board_files import Officer, board_yml, organization_yml, readme
from board.render.forms import schema_line

BOARD_PATH = "opportunities/board.yml"

_ZONE = "America/Toronto"
_NAME = Bilingual("Micro-procurement board", "Tableau des petits marchés")
# What an owner and an officer may do, and up to how much with tax: `accept` is s. 34 of the FAA, `pay` is s. 33, and
# nobody holds both over one purchase.
_OWNER = (("post", "amend", "answer", "evaluate", "accept"), Decimal("10000.00"))
_OFFICER = (("approve", "keep-key", "receive", "clear", "contract", "pay"), Decimal("40000.00"))
_OWNER_POSITION = ("Owner of purchases (position to be written)", "Responsable des achats (poste à inscrire)")
_OFFICER_POSITION = ("Delegated officer (position to be written)", "Agent délégué (poste à inscrire)")
_BOTH_POSITIONS = (
    "Owner and delegated officer of a trial (position to be written)",
    "Responsable et agent délégué d’un essai (poste à inscrire)",
)
_APRIL = 4


@dataclass(frozen=True, slots=True)
class Founding:
    """Who begins a board.

    Attributes:
        organization: Slug.
        owner: Login and id of who posts and accepts.
        officer: Login and id of who approves, awards and pays.
        root: Login and id of who may change the board itself.
        address: Of the site that will be published; empty where there is none yet.
        at: Instant of the beginning.
    """

    organization: str
    owner: tuple[str, str]
    officer: tuple[str, str]
    root: tuple[str, str]
    address: str
    at: datetime


class OtherBoardError(Exception):
    """The folder holds another board, or history that is none."""


def files(founding: Founding, seed: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Path to content of the whole board.

    Args:
        founding: Who begins it.
        seed: Path to content of policy, terms and licences, as the program ships them.
    """
    settings = _settings(founding)
    first, last = fiscal_year(founding.at.astimezone(ZoneInfo(_ZONE)).date())
    people = _people(founding)
    made = {
        "README.md": readme(founding.organization),
        BOARD_PATH: board_yml(settings),
        organization_path(founding.organization): organization_yml(
            settings, founding.organization, people, first, last
        ),
    }
    return {path: text.encode() for path, text in made.items()} | dict(_seeded(seed, settings))


def decide(founding: Founding, made: Mapping[str, bytes]) -> Decide:
    """The act that begins a board with these files; asked again with the same words, nothing is left to do.

    What it decides raises `OtherBoardError` where main begins otherwise.
    """

    def look(snapshot: Snapshot) -> Outcome:
        main = snapshot.refs.get(MAIN)
        if main is not None:
            beginning, _ = next(snapshot.line(main))
            if _same(founding, snapshot.tree(beginning.id)):
                return Nothing()
            raise OtherBoardError
        message = f"Begin the board of {founding.organization}"
        return Edit(founding.root[0], founding.at, (NewCommit(MAIN, "", (), message, made),))

    return look


def fiscal_year(on: date) -> tuple[date, date]:
    """First and last day of the government's fiscal year, April to March (Financial Administration Act, s. 2)."""
    begins = on.year if on.month >= _APRIL else on.year - 1
    return date(begins, _APRIL, 1), date(begins + 1, _APRIL - 1, 31)


def _settings(founding: Founding) -> BoardSettings:
    contact = f"{founding.organization}@example.invalid"
    roots = (Root(*founding.root, ()),)
    return BoardSettings(_NAME, founding.address, contact, _ZONE, "trial", "", roots)


def _people(founding: Founding) -> tuple[Officer, ...]:
    if founding.owner[0] == founding.officer[0]:
        return (Officer(*founding.owner, (_OWNER, _OFFICER), _BOTH_POSITIONS),)
    return (
        Officer(*founding.owner, (_OWNER,), _OWNER_POSITION),
        Officer(*founding.officer, (_OFFICER,), _OFFICER_POSITION),
    )


def _seeded(seed: Mapping[str, bytes], settings: BoardSettings) -> Iterator[tuple[str, bytes]]:
    """The program's own files, each leading to the schema of this board."""
    for path, data in sorted(seed.items()):
        place = place_of(path)
        if place is not None and place.kind in ("policy", "declarations"):
            line = schema_line(settings, place.kind, path).encode()
            yield path, line + b"\n" + data.partition(b"\n")[2]
        else:
            yield path, data


def _same(founding: Founding, tree: Tree) -> bool:
    """Whether a board was begun with these words; the day on which it was begun does not matter."""
    path = organization_path(founding.organization)
    if not {path, BOARD_PATH} <= set(tree):
        return False
    settings = _settings(founding)
    found = yaml.load(path, tree[path]).value
    logins = [officer.login for officer in _people(founding)]
    listed = found.get("people") if isinstance(found, dict) else None
    people = [row.get("login") for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return people == logins and tree[BOARD_PATH] == board_yml(settings).encode()
