"""The log as a repository has it, and lines that are to be added to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model.log import Entry, Line
from board.model.snapshot import NewCommit, Snapshot
from board.state.ledger.log import joined, read_log, segments, write_log

BRANCH = "refs/heads/receipts"

# A plain clone may have no branch of its own.
_BRANCHES = (BRANCH, "refs/remotes/origin/receipts")


@dataclass(frozen=True, slots=True)
class Log:
    """Every line there is.

    Attributes:
        commit: That holds them; empty where there is no log.
        texts: The lines as they stand, each without its line break.
        lines: The same, read.
    """

    commit: str
    texts: tuple[str, ...]
    lines: tuple[Line, ...]

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
    commit = next((snapshot.refs[name] for name in _BRANCHES if name in snapshot.refs), "")
    return log_at(snapshot, commit) if commit else Log("", (), ())


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
    texts = write_log(log.texts, at, ref, entries)
    first, last = len(log.texts) + 1, len(texts)
    told = f"line {first}" if first == last else f"lines {first} to {last}"
    commit = NewCommit(
        branch=BRANCH,
        old=log.commit,
        parents=(log.commit,) if log.commit else (),
        message=f"Log {ref}, {told}",
        files=dict(segments(texts, len(log.texts))),
    )
    return commit, tuple(read_log(texts))[len(log.texts) :]
