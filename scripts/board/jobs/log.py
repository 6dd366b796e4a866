"""The log as a repository has it, and lines that are to be added to it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model.log import Entry, Line
from board.model.snapshot import NewCommit, Snapshot
from board.state.ledger.log import BEGINNING, SEGMENT, joined, read_log, segments, write_log

BRANCH = "refs/heads/receipts"

# A plain clone may have no branch of its own.
_BRANCHES = (BRANCH, "refs/remotes/origin/receipts")

# Where files of the log lie that hold all the lines they can.
_FULL = "receipts/"


@dataclass(frozen=True, slots=True)
class Log:
    """Every line there is, or the last ones.

    Attributes:
        commit: That holds them; empty where there is no log.
        texts: The lines as they stand, each without its line break.
        lines: The same, read.
        before: How many lines stand before these and were not read.
        prev: SHA-256 of the last of those.
    """

    commit: str
    texts: tuple[str, ...]
    lines: tuple[Line, ...]
    before: int = 0
    prev: str = BEGINNING

    def of(self, ref: str) -> tuple[Line, ...]:
        """The lines on one procurement, in order."""
        return tuple(line for line in self.lines if line.ref == ref)

    @property
    def last(self) -> datetime | None:
        """The instant of the last line; None where there is none."""
        return self.lines[-1].at if self.lines else None


def log_of(snapshot: Snapshot) -> Log:
    """The log of a repository or of a clone; an empty one where there is none.

    Raises:
        BrokenLogError: A line does not follow from the one before.
    """
    commit = _tip(snapshot)
    return log_at(snapshot, commit) if commit else Log("", (), ())


def end_of_log(snapshot: Snapshot) -> Log:
    """The end of the log, for whoever adds to it: what stands in full files is not read, however much that is.

    Raises:
        BrokenLogError: A line of the end does not follow from the one before.
    """
    commit = _tip(snapshot)
    if not commit:
        return Log("", (), ())
    tree = snapshot.tree(commit)
    full = sorted(path for path in tree if path.startswith(_FULL))
    before = len(full) * SEGMENT
    last = tree[full[-1]].rstrip(b"\n").rpartition(b"\n")[2] if full else b""
    prev = hashlib.sha256(last).hexdigest() if full else BEGINNING
    texts = joined({path: tree[path] for path in tree if not path.startswith(_FULL)})
    return Log(commit, texts, tuple(read_log(texts, before, prev)), before, prev)


def line_of(snapshot: Snapshot, log: Log, n: int) -> tuple[str, Line] | None:
    """One line of a log as it stands, and read, however little of the log was read; None where there is none.

    Raises:
        BrokenLogError: Its file is not what its writer left.
    """
    if n > log.before:
        index = n - log.before - 1
        return (log.texts[index], log.lines[index]) if index < len(log.texts) else None
    first = (n - 1) // SEGMENT * SEGMENT
    texts = joined({"receipts.jsonl": snapshot.tree(log.commit)[f"{_FULL}{first + 1:09d}.jsonl"]})
    # The line before them stands in another file, so their own word is taken for it.
    prev = str(json.loads(texts[0])["prev"]) if texts else BEGINNING
    return texts[n - first - 1], tuple(read_log(texts, first, prev))[n - first - 1]


def log_at(snapshot: Snapshot, commit: str) -> Log:
    """The log as one of its commits has it.

    Raises:
        BrokenLogError: A line does not follow from the one before.
    """
    texts = joined(snapshot.tree(commit))
    return Log(commit, texts, tuple(read_log(texts)))


def cut_at(snapshot: Snapshot, log: Log, line: int) -> str:
    """The commit whose last line is *line*; empty where none ends there.

    Source: an append is one commit, so a line in the middle of one is no place to cut.
    """
    commit = log.commit
    while commit:
        count = len(joined(snapshot.tree(commit)))
        if count <= line:
            return commit if count == line else ""
        commit = next(iter(snapshot.commit(commit).parents), "")
    return ""


def appended(log: Log, ref: str, at: datetime, entries: Iterable[Entry]) -> tuple[NewCommit, Sequence[Line]]:
    """The commit that adds *entries* to a log, and the new lines; one append is one commit."""
    texts = write_log(log.texts, at, ref, entries, log.before, log.prev)
    first, last = log.before + len(log.texts) + 1, log.before + len(texts)
    told = f"line {first}" if first == last else f"lines {first} to {last}"
    commit = NewCommit(
        branch=BRANCH,
        old=log.commit,
        parents=(log.commit,) if log.commit else (),
        message=f"Log {ref}, {told}",
        files=dict(segments(texts, len(log.texts), log.before)),
    )
    prev = log.lines[-1].sha256 if log.lines else log.prev
    return commit, tuple(read_log(texts[len(log.texts) :], first - 1, prev))


def _tip(snapshot: Snapshot) -> str:
    return next((snapshot.refs[name] for name in _BRANCHES if name in snapshot.refs), "")
