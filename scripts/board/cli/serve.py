"""`board serve`: the site on this machine, built anew whenever what it shows changes."""

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from board.adapters import files, resources
from board.adapters.mkdocs import MkDocsFailedError
from board.adapters.resources import DataBrokenError
from board.adapters.server import PortTakenError, of_repository, serving, traces
from board.adapters.worktree import RECORD
from board.cli.build import commit_of, planned, told
from board.cli.console import Console, InUseError
from board.cli.options import Usage, parser_of
from board.cli.setting import announce, clock
from board.cli.site import Made, Plan
from board.core.text import PlaceholdersDifferError, Text
from board.render.edition import TemplateBrokenError
from board.render.guides import UnnamedPageError
from board.render.pages_rules import ExplanationBrokenError
from board.render.shell import ShellBrokenError
from board.render.words import LabelsBrokenError

_PORT = Text("port on this machine (default: 8000)", "port de cet ordinateur (par défaut\u00a0: 8000)")
_NO_PORT = Text(
    "{text} is no port: give a number from 0 to 65535.", "{text} n’est pas un port\u00a0: un nombre de 0 à 65535."
)
_TAKEN = Text(
    "Port {port} is taken. Give another with --port, or 0 for any that is free.",
    "Le port {port} est déjà pris. Donnez-en un autre avec --port, ou 0 pour tout port libre.",
)
_SERVED = Text("The site is at {address}", "Le site est à {address}")
_HOW = Text(
    "It is built anew on every change. Stop it with Ctrl-C.",
    "Il est reconstruit à chaque changement. Arrêt\u00a0: Ctrl-C.",
)
_AGAIN = Text("Built anew.", "Reconstruit.")
_KEPT = Text(
    "The last good site stays. What is wrong: {problem}",
    "Le dernier bon site reste en place. Le problème\u00a0: {problem}",
)
_UNREADABLE = Text(
    "The last good site stays: board.yml or policy.yml cannot be read.",
    "Le dernier bon site reste en place\u00a0: board.yml ou policy.yml est illisible.",
)
_NOTHING = Text(
    "There is nothing to serve: board.yml or policy.yml cannot be read. Mend the errors above and try again.",
    "Il n’y a rien à servir\u00a0: board.yml ou policy.yml est illisible. "
    "Corrigez les erreurs ci-dessus, puis réessayez.",
)
_STOPPED = Text("Stopped.", "Arrêté.")

# What somebody who works on the program may break from one moment to the next.
_FAULTS = (
    MkDocsFailedError,
    DataBrokenError,
    TemplateBrokenError,
    LabelsBrokenError,
    PlaceholdersDifferError,
    UnnamedPageError,
    ExplanationBrokenError,
    ShellBrokenError,
    InUseError,
    OSError,
)

_EVERY = 1.0


@dataclass(slots=True)
class Watch:
    """What is built, and from what.

    Attributes:
        root: Folder of the board, or its bare repository.
        folder: Where the site stands.
        home: Its address.
        seen: The files that it was built from.
        until: The next instant at which it changes by itself; None where there is none.
    """

    root: Path
    folder: Path
    home: str = ""
    seen: frozenset[tuple[str, int, int]] = field(default_factory=frozenset)
    until: datetime | None = None

    def due(self, now: datetime) -> bool:
        """Whether something changed, or an instant has come, since it was built."""
        return traces(self.places()) != self.seen or (self.until is not None and now >= self.until)

    def places(self) -> tuple[Path, ...]:
        """What the site is made of."""
        data = resources.data()
        own = (data / "site", data / "overrides", data / "schema", data / "mkdocs.yml")
        return (self.root / RECORD, *of_repository(self.root), *own)

    def build(self, now: datetime, console: Console) -> Made:
        """Build it; the folder stays as it was where settings or policy cannot be read."""
        # Looked at first: what changes while it is built is built again.
        self.seen = traces(self.places())
        site = planned(Plan(self.root, commit_of(self.root, None, console), now, self.home), console)
        if site.readable:
            files.write(self.folder, site.files)
            ahead = [at for entry in site.entries for at in entry.changes_at if at > now]
            self.until = min(ahead, default=None)
        return site


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 stopped by hand, 1 there was nothing to serve."""
    options = _options(usage, rest)
    with tempfile.TemporaryDirectory(prefix="board-site-") as place:
        watch = Watch(usage.root, Path(place) / "site")
        try:
            with serving(watch.folder, options.port) as served:
                watch.home = served.address
                site = watch.build(clock(None), console)
                announce(console, site.board)
                told(site, console)
                if not site.readable:
                    console.complain(_NOTHING)
                    return 1
                served.open()
                console.say(_SERVED, address=served.address)
                console.say(_HOW)
                _keep_up(watch, console)
        except PortTakenError as error:
            raise console.misused(_TAKEN, port=error.port) from error
        except KeyboardInterrupt:
            console.say(_STOPPED)
    return 0


def _keep_up(watch: Watch, console: Console) -> None:
    """Build again and again, until somebody stops it."""
    while True:
        time.sleep(_EVERY)
        if watch.due(clock(None)):
            again(watch, clock(None), console)


def again(watch: Watch, now: datetime, console: Console) -> None:
    """Build once more, and say what came of it."""
    try:
        site = watch.build(now, console)
    except _FAULTS as problem:
        console.complain(_KEPT, problem=problem)
        return
    told(site, console)
    if site.readable:
        console.say(_AGAIN)
    else:
        console.complain(_UNREADABLE)


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    language = usage.language

    def port(text: str) -> int:
        if not text.isdecimal() or int(text) > 65535:
            raise argparse.ArgumentTypeError(_NO_PORT[language].format(text=text))
        return int(text)

    parser = parser_of(usage)
    parser.add_argument("--port", type=port, default=8000, metavar="PORT", help=_PORT[language])
    return parser.parse_args(rest)
