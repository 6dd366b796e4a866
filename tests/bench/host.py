"""How long a push to a host takes, from the supplier's `git push` to receipt and verdict in its output."""

import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.bench import record
from tests.bench.measuring import Row, median, seconds

from board.adapters import host
from board.adapters.repository import act
from board.jobs.log import BRANCH
from board.model.log import Refusal
from board.model.reference import bid_branch
from board.model.snapshot import Edit, NewCommit, Outcome, Snapshot
from board.state.ledger.log import segments, write_log


def rows() -> Iterator[Row]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        source = record.repository(top / "board.git", 10_000)
        (top / "clock").write_text(record.NOW.isoformat())
        host.make(top / "host.git", source, top / "clock")
        yield _pushes(source, top / "host.git", "push of a bid to a host of 10,000 requests")
        _grow(top / "host.git", 30_000)
        yield _pushes(source, top / "host.git", "  that has given 30,000 receipts")


def _pushes(source: Path, root: Path, what: str) -> Row:
    ref, _ = record.request(5_000)
    numbers = count()

    def push() -> float:
        head = _git(source, *_PERSON, "commit-tree", "bid^{tree}", "-p", "main", "-m", f"{what} {next(numbers)}")
        branch = f"+{head}:refs/heads/{bid_branch('maple-works', ref)}"
        return seconds(["git", "-C", str(source), "push", "--quiet", str(root), branch])

    taken = median(push)
    return Row(what, f"{taken:.2f} s, with receipt and verdict", "under 1.5 s", taken < 1.5)


def _grow(root: Path, lines: int) -> None:
    """A log as long as that of years; what its lines tell does not matter here."""
    ref, _ = record.request(1)

    def decide(seen: Snapshot) -> Outcome:
        texts = write_log((), record.NOW, ref, (Refusal("host", f"{n:064x}") for n in range(lines)))
        old = seen.refs[BRANCH]
        return Edit("board", record.NOW, (NewCommit(BRANCH, old, (old,), "Grow", dict(segments(texts))),))

    act(root, decide)
    named = "".join(f"create refs/host/received/{n}/supplier-{n % 500} main\n" for n in range(1_000, lines))
    subprocess.run(["git", "-C", str(root), "update-ref", "--stdin"], input=named.encode(), check=True)
    _git(root, "pack-refs", "--all")


_PERSON = ("-c", "user.name=somebody", "-c", "user.email=somebody@users.noreply.example.invalid")


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()
