"""Open pull requests of a forge as places where bids may lie."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from board.core.text import Text
from board.jobs.received import Source
from board.model.reference import bid_path, folder, is_login
from board.model.snapshot import Snapshot


class UnreadablePullsError(ValueError):
    """A file is not what `gh api repos/OWNER/NAME/pulls` prints."""


@dataclass(frozen=True, slots=True)
class Pull:
    """One open pull request.

    Attributes:
        number: On the forge.
        login: Of its author, lower case.
        id: Numeric id of its author, such as ``github:900012``.
        head: Commit.
    """

    number: int
    login: str
    id: str
    head: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A pull request that is taken for no bid on this opportunity, though it may be meant as one.

    Attributes:
        pull: Which.
        why: In one sentence.
    """

    pull: Pull
    why: Text


_ABSENT = Text("its head is not in this clone", "sa tête n’est pas dans ce clone")
_LARGE = Text(
    "its file was not fetched, since it is larger than a bid may be",
    "son fichier n’a pas été récupéré, car il dépasse la taille permise d’une soumission",
)
_LATER = Text("its author has a later one", "son auteur en a une plus récente")
_OTHER_PATH = Text(
    "it changes bids on this opportunity, and brings none of its author’s",
    "elle modifie des soumissions à cette occasion, et n’en apporte aucune de son auteur",
)


def read(data: bytes) -> tuple[Pull, ...]:
    """The pull requests of a list, or of a list of such lists, as pages are told.

    Raises:
        UnreadablePullsError: It is something else.
    """
    try:
        said = json.loads(data)
        if not isinstance(said, list):
            raise UnreadablePullsError("it is no list")
        rows = [row for page in said for row in (page if isinstance(page, list) else [page])]
        return tuple(sorted((_pull(row) for row in rows), key=lambda pull: pull.number))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadablePullsError(str(error)) from error


def sources(
    snapshot: Snapshot, main: str, ref: str, pulls: Iterable[Pull]
) -> tuple[tuple[Source, ...], tuple[PassedOver, ...]]:
    """Where bids on *ref* lie, one for each author, and which pull requests are passed over."""
    found: dict[str, tuple[Pull, Source]] = {}
    over: list[PassedOver] = []
    bids = f"{folder(ref)}/bids"
    stood = snapshot.states(main, bids)
    for pull in pulls:
        if not snapshot.has(pull.head):
            over.append(PassedOver(pull, _ABSENT))
            continue
        there = snapshot.states(pull.head, bids)
        own = there.get(bid_path(ref, pull.login)) if is_login(pull.login) else None
        if own and not snapshot.has(own.blob):
            over.append(PassedOver(pull, _LARGE))
        elif own:
            if pull.login in found:
                over.append(PassedOver(found[pull.login][0], _LATER))
            found[pull.login] = (pull, Source(pull.login, pull.id, pull.head, f"#{pull.number}"))
        elif any(there[path] != stood.get(path) for path in there):
            over.append(PassedOver(pull, _OTHER_PATH))
    return tuple(source for _, source in found.values()), tuple(over)


def _pull(row: Mapping[str, Any]) -> Pull:
    # An account that is gone has no name; whatever it left is nobody's bid.
    user: Mapping[str, Any] = row["user"] or {"login": "", "id": 0}
    head = row["head"]["sha"]
    if not (isinstance(head, str) and len(head) == 40 and all(c in "0123456789abcdef" for c in head)):
        raise UnreadablePullsError(f"{head!r} is no commit")
    return Pull(int(row["number"]), str(user["login"]).lower(), f"github:{int(user['id'])}", head)
