"""What opens the veiled lines of a host: the heads that it keeps for itself, and the salts that follow from its key."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from board.model.arrivals import Opening
from board.model.log import Head, Line, Source, Veiled
from board.model.reference import LOGIN, bid_path
from board.model.snapshot import Snapshot
from board.state.ledger.log import blob_id

# Number of a line to what opens it.
Openings: TypeAlias = Mapping[int, Opening]

# `<line>/<login>`, hidden from everybody but the host.
RECEIVED = "refs/host/received/"

_KEPT = re.compile(rf"{RECEIVED}(?P<line>[1-9][0-9]*)/(?P<login>{LOGIN})")


def head_of(
    snapshot: Snapshot, commit: str, ref: str, login: str, source: Source = "host", identifier: str = ""
) -> Head:
    """What *login* sent last, where *commit* is the head of the branch; taken back where no file of theirs is in it.

    Args:
        snapshot: Of the repository.
        commit: Object id; of a branch that was removed, that of any commit without a bid of *login*.
        ref: Of the procurement.
        login: Whose branch.
        source: Whose clock saw it.
        identifier: Numeric id of the forge; empty where nobody attests it.
    """
    data = snapshot.file(commit, bid_path(ref, login))
    if data is None:
        return Head(source, login, identifier, "", "")
    return Head(source, login, identifier, blob_id(data), hashlib.sha256(data).hexdigest())


def opening_lines(
    snapshot: Snapshot,
    lines: Iterable[Line],
    salt: Callable[[int], str],
    identifier: Callable[[str], str] = lambda _login: "",
) -> Openings:
    """What opens each veiled line of which the host kept the head.

    Args:
        snapshot: Of the host's own repository; a clone has none of these refs.
        lines: Of one procurement, or of all.
        salt: From the number of a line to its salt, 64 digits in hexadecimal.
        identifier: From a login to the numeric id that the host wrote into its lines; empty where it wrote none.
    """
    veiled = {line.n: line for line in lines if isinstance(line.entry, Veiled)}
    found: dict[int, Opening] = {}
    for name, commit in snapshot.refs.items():
        kept = _KEPT.fullmatch(name)
        line = veiled.get(int(kept["line"])) if kept else None
        if kept and line:
            login = kept["login"]
            head = head_of(snapshot, commit, line.ref, login, "host", identifier(login))
            found[line.n] = Opening(head, salt(line.n))
    return found
