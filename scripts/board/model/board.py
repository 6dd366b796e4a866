"""Who a board is: `board.yml`."""

from dataclasses import dataclass
from typing import Literal

from board.core.text import Bilingual
from board.model.scalar import Fields, bilingual, zone

Mode = Literal["trial", "live"]


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the record is kept, for links to source and history.

    Attributes:
        kind: ``github`` or ``git``.
        url: Address without a final slash.
        branch: The branch of the record.
    """

    kind: str
    url: str
    branch: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The government or body whose name stands in the header.

    Attributes:
        name: Its name in both languages.
        url: Its home, the first step of the trail.
    """

    name: Bilingual
    url: str


@dataclass(frozen=True, slots=True)
class Root:
    """Somebody who may change the board itself.

    Attributes:
        login: Lower case.
        id: Numeric id of the forge, such as ``github:900001``; empty where it is not known.
        keys: Public keys.
    """

    login: str
    id: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardSettings:
    """The settings of one board.

    Attributes:
        name: What it is called.
        address: Address of the published site with a final slash; empty where it has none.
        contact: Mailbox of those who run it.
        zone: IANA name of the one zone in which days are counted.
        mode: ``trial`` or ``live``.
        ocds_prefix: Registered prefix of its ocids.
        roots: Who may change it.
        repository: Where the record is; None leaves plain Git and the mailbox.
        signature: Whose header it carries; None where the board stands for itself.
    """

    name: Bilingual
    address: str
    contact: str
    zone: str
    mode: Mode
    ocds_prefix: str
    roots: tuple[Root, ...]
    repository: Repository | None = None
    signature: Signature | None = None


def board_settings(fields: Fields) -> BoardSettings:
    """The settings that a valid `board.yml` holds.

    Raises:
        ImpossibleError: The list of time zones has no such name.
    """
    repository, signature = fields.get("repository"), fields.get("signature")
    return BoardSettings(
        name=bilingual(fields["name"]),
        address=fields.get("address", ""),
        contact=fields["contact"],
        zone=zone(fields["zone"]),
        mode=fields["mode"],
        ocds_prefix=fields.get("ocds_prefix", ""),
        roots=tuple(
            Root(root["login"], root.get("id", ""), tuple(root.get("keys", ()))) for root in fields.get("roots", ())
        ),
        repository=Repository(repository["kind"], repository["url"].rstrip("/"), repository["branch"])
        if repository
        else None,
        signature=Signature(bilingual(signature), signature["url"]) if signature else None,
    )
