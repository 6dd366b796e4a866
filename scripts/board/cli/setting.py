"""What every command needs first: the schemas, the board above its procurements, and the words that go before all."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from board.adapters import resources
from board.cli.console import Console, InUseError
from board.core.schema import Schemas
from board.core.text import Text
from board.jobs.reading import is_above, read_board
from board.model.context import Context
from board.model.procurement import Board
from board.render.trial import TRIAL
from board.render.wording import quoted

_NO_BOARD = Text(
    "There is no board in {root}: it has no opportunities/board.yml. Give the folder of a board with --root, "
    "or make one with: board init",
    "Il n’y a pas de tableau dans {root}\u00a0: opportunities/board.yml n’y est pas. Donnez le dossier d’un tableau "
    "avec --root, ou créez-en un avec\u00a0: board init",
)

# Days and instants are told in the zone of `board.yml`; where that file cannot be read, in the one it ships with.
_ZONE = ZoneInfo("America/Toronto")


@cache
def schemas() -> Schemas:
    """The schemas of the program."""
    return Schemas(resources.schemas())


def board_of(tree: Mapping[str, bytes]) -> Board:
    """What is true of all procurements of a tree; nothing below them is read."""
    return read_board({path: tree[path] for path in tree if is_above(path)}, schemas())


def context_of(board: Board, now: datetime, received: datetime | None = None) -> Context | None:
    """What rules may know; None where settings or policy cannot be read."""
    if board.settings is None or board.policy is None:
        return None
    return Context(now, received, board.policy, board.settings)


def zone_of(board: Board) -> ZoneInfo:
    """The zone in which the board tells instants."""
    return ZoneInfo(board.settings.zone) if board.settings else _ZONE


def clock(given: datetime | None) -> datetime:
    """The instant that was given, else the machine's, to the second."""
    return given or datetime.now(UTC).replace(microsecond=0)


def no_board(root: Path, console: Console) -> InUseError:
    """The error to raise where a folder or a repository holds no board."""
    return console.misused(_NO_BOARD, root=quoted(str(root), console.language))


def announce(console: Console, board: Board) -> None:
    """Say first that a trial board commits nobody; for text only, since programs read the other formats."""
    if board.settings is None or board.settings.mode == "trial":
        console.say(TRIAL)
