"""A host in a temporary folder, with a clock of its own, and pushes to it as suppliers make them."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.cli.awarding import files
from tests.worlds import REF, World, bids_on_branches, git, world

from board.adapters import host
from board.adapters.snapshot import snapshot
from board.jobs.log import log_of
from board.model.log import Line

OPEN = "2026-09-10T12:00:00-04:00"


@dataclass(frozen=True, slots=True)
class Pushed:
    """How a push ended.

    Attributes:
        code: 0 where every ref moved.
        said: What the pusher read, without ``remote:`` and the blanks behind it.
    """

    code: int
    said: str


@dataclass(frozen=True, slots=True)
class Host:
    """A host.

    Attributes:
        root: Its bare repository.
        clock: The file that holds its instant.
        world: A repository of suppliers, in which they make their commits.
    """

    root: Path
    clock: Path
    world: World

    def at(self, instant: str) -> None:
        """Set the clock."""
        self.clock.write_text(instant)

    def push(self, *refspecs: str, options: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> Pushed:
        """Push from the suppliers' repository."""
        words = [word for option in options for word in ("-o", option)]
        return pushed(self.world.root, *words, str(self.root), *refspecs, environment=environment)

    def bid(self, login: str = "maple-works", *, options: Sequence[str] = (), data: bytes | None = None) -> Pushed:
        """Commit a bid and push it."""
        head = self.world.bid(login, data=bids_on_branches()[login] if data is None else data)
        return self.push(f"+{head}:refs/heads/bids/{login}/{REF}", options=options)

    def lines(self) -> Sequence[Line]:
        """The log, which is whole."""
        with snapshot(self.root) as seen:
            return log_of(seen).lines

    def refs(self) -> Mapping[str, str]:
        """Every ref and what it names."""
        listed = git(self.root, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return {name: identifier for name, _, identifier in (line.partition(" ") for line in listed)}


def pushed(root: Path, *words: str, environment: Mapping[str, str] | None = None) -> Pushed:
    """Push from the repository at *root*."""
    done = subprocess.run(
        ["git", "push", *words], cwd=root, env={**CLEAN, **(environment or {})}, capture_output=True, text=True
    )
    lines = (line.removeprefix("remote: ").rstrip() for line in done.stderr.splitlines())
    return Pushed(done.returncode, "\n".join(lines))


CLEAN = {
    "PATH": os.environ.get("PATH", os.defpath),
    "HOME": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C.UTF-8",
}


def hosted(folder: Path, *, now: str = OPEN, board: Mapping[str, bytes] | None = None) -> Host:
    """A host with the board of `date-filter`, still open, made from a repository of its own."""
    source = world(folder / "board.git", files() if board is None else board)
    clock = folder / "clock"
    clock.write_text(now)
    host.make(folder / "host.git", source.root, clock)
    return Host(folder / "host.git", clock, source)
