"""A purchase with sealed bids in a real repository, closed, up to the step before they are opened."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tests.cli.awarding import files
from tests.memory import blob_id
from tests.sealing import REF, key
from tests.worlds import World, world

from board.adapters.key_store import keys_file
from board.adapters.outside import private_folder, write_private
from board.adapters.repository import act
from board.adapters.resources import schemas
from board.core.schema import Schemas
from board.jobs.log import appended, log_of
from board.jobs.reading import is_above, read_board
from board.model.closing import Closing, Recorded
from board.model.log import Entry, Head, MailboxRead
from board.model.reference import closing_tag, opportunity_path, sealing_path
from board.model.snapshot import Edit, NewCommit, NewTag, Snapshot
from board.state.envelope import sha256
from board.state.ledger import write_closing

SCHEMAS = Schemas(schemas())
CLOSES = datetime.fromisoformat("2026-09-28T14:00:00-04:00")
ARRIVED = datetime.fromisoformat("2026-09-27T09:00:00-04:00")
READ = datetime.fromisoformat("2026-09-28T14:31:00-04:00")


def tree() -> dict[str, bytes]:
    """The board, with the key of the tests as that of the opportunity."""
    found = files()
    found[sealing_path(REF)] = f'schema: 1\nkeeper: "a-tremblay"\nrecipient: "{key().recipient}"\n'.encode()
    return found


def keep_key(folder: Path, by: str = "a-tremblay", identity: str = "", recipient: str = "") -> Path:
    """Put the key where the officer keeps it."""
    identity, recipient = identity or key().identity, recipient or key().recipient
    text = f'{{"by": "{by}", "identity": "{identity}", "recipient": "{recipient}", "secrets": {{}}}}'
    path = keys_file(private_folder(folder), REF)
    write_private(path, text.encode())
    return path


def keep_secret(folder: Path, ref: str, by: str, secret: str) -> Path:
    """Put a secret of the first draw where a person keeps it who keeps no key."""
    path = keys_file(private_folder(folder), ref)
    fields = {"by": by, "identity": "", "recipient": "", "secrets": {"1": secret}}
    write_private(path, json.dumps(fields).encode())
    return path


def taken(root: Path, bids: Mapping[str, bytes]) -> World:
    """A bare repository whose log has a line for each bid; who bids in a file of another name is taken at that."""
    made = world(root, tree())
    heads = [Head("forge", login, "", blob_id(data), sha256(data)) for login, data in bids.items()]
    append(made.root, ARRIVED, heads)
    return made


def closed(root: Path, bids: Mapping[str, bytes]) -> World:
    """The same with the mailbox read and the closing recorded, as `board close` does."""
    made = taken(root, bids)
    append(made.root, READ, [MailboxRead("a-tremblay")])

    def decide(snapshot: Snapshot) -> Edit:
        log = log_of(snapshot)
        board = read_board({path: data for path, data in tree().items() if is_above(path)}, SCHEMAS)
        assert board.settings is not None
        request = sha256(tree()[opportunity_path(REF)])
        rows = tuple(
            Recorded(line.entry.bidder, "", "en", line.at, "forge", line.n, "", line.entry.blob, line.entry.sha256)
            for line in log.lines
            if isinstance(line.entry, Head)
        )
        rows = tuple(sorted(rows, key=lambda row: row.bidder))
        closing = Closing(REF, request, CLOSES, len(log.lines), log.lines[-1].sha256, rows)
        held: dict[str, bytes | None] = {"closing.yml": write_closing(closing, board.settings)}
        held |= {f"bids/{login}.yml": data for login, data in bids.items()}
        commit = NewCommit("", "", (log.commit,), f"Close {REF}", held, alone=True)
        return Edit("board", CLOSES, (commit,), (NewTag(closing_tag(REF), f"Close {REF}"),))

    act(made.root, decide)
    return made


def append(root: Path, at: datetime, entries: "list[Head] | list[MailboxRead]") -> None:
    """Lines of the log, as one append."""

    def decide(snapshot: Snapshot) -> Edit:
        told: list[Entry] = list(entries)
        return Edit("board", at, (appended(log_of(snapshot), REF, at, told)[0],))

    act(root, decide)
