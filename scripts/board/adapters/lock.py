"""One act at a time in a repository, and what an act that was killed left behind.

The lock is held by an open file that every Git process of an act inherits: it is free only when all of them are gone,
so whoever gets it knows that nothing of an earlier act still runs. What that act was about to move stands in the file.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "board.lock"


@dataclass(frozen=True, slots=True)
class Step:
    """A branch that an act is about to move, and who follows it.

    Attributes:
        branch: Full name.
        old: Commit it names before; empty where it does not exist.
        new: Commit it is to name.
        work_trees: Paths of the work trees that have it checked out.
    """

    branch: str
    old: str
    new: str
    work_trees: Sequence[str]


@dataclass(frozen=True, slots=True)
class Follower:
    """A ref that moves behind the branches of an act.

    Attributes:
        ref: Full name.
        old: What it is before; empty where it does not exist.
        new: What it is to be; empty where it goes.
    """

    ref: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act is about to move.

    Attributes:
        steps: The branches.
        locks: Paths of the lock files that Git may leave where it is killed.
        followers: Refs that move behind the branches, which nobody would ask for again.
    """

    steps: Sequence[Step]
    locks: Sequence[str]
    followers: Sequence[Follower] = ()


class Lock:
    """The lock of one repository while this process holds it."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def unfinished(self) -> Plan | None:
        """What an act was moving when it was killed; None where the last one came to its end."""
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        held = b"".join(iter(lambda: os.read(self.descriptor, 1 << 16), b""))
        try:
            plan = json.loads(held)
        except ValueError:
            return None  # nothing, or half a plan: then nothing was moved yet
        followers = tuple(Follower(**follower) for follower in plan.get("followers", ()))
        return Plan(tuple(Step(**step) for step in plan["steps"]), tuple(plan["locks"]), followers)

    def plan(self, plan: Plan) -> None:
        """Write down what is about to be moved."""
        self.clear()
        os.write(self.descriptor, json.dumps(asdict(plan)).encode())
        os.fsync(self.descriptor)

    def clear(self) -> None:
        """Everything that was planned is done."""
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        os.ftruncate(self.descriptor, 0)


@contextmanager
def locked(git_dir: Path) -> Iterator[Lock]:
    """Wait until no other act runs in the repository, and keep others out."""
    descriptor = os.open(git_dir / NAME, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield Lock(descriptor)
    finally:
        os.close(descriptor)
