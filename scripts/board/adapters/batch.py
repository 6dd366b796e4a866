"""One `git cat-file --batch-command` process: ids in, objects out."""

import contextlib
import subprocess
from collections.abc import Iterable
from typing import IO, Any, cast

from git import Repo

_CHUNK = 1 << 20

# What Git is asked in the place of an object that it must not look for; it is the name of none.
NOTHING = "-"


class GitEndedError(Exception):
    """Git ended in the middle of an answer, or complained; a reader that has gone is another matter."""


class Batch:
    """One `git cat-file --batch-command --buffer`: it answers all that was asked when it is told to, and stays."""

    def __init__(self, repo: Repo) -> None:
        words = ("--batch-command", "--buffer")
        # GitPython ends a process as soon as its wrapper is collected, so the wrapper is kept.
        self._wrapper = cast(Any, repo.git.cat_file(*words, istream=subprocess.PIPE, as_process=True))
        self._process = self._wrapper.proc
        self._stdin: IO[bytes] = self._process.stdin
        self._stdout: IO[bytes] = self._process.stdout

    def ask(self, names: Iterable[str]) -> int:
        """Ask for these objects, and give how many answers are to be fetched.

        Git reads on, and says nothing, until it is told to answer: so no pipe fills up on both sides, and no thread
        has to feed it.

        Raises:
            GitEndedError: Git ended before.
        """
        count = 0
        try:
            for name in names:
                # What is no single word would be another command, or none.
                self._stdin.write(f"contents {name if len(name.split()) == 1 else NOTHING}\n".encode())
                count += 1
            self._stdin.write(b"flush\n")
            self._stdin.flush()
        except BrokenPipeError as error:
            raise GitEndedError("git cat-file ended early") from error
        return count

    def answer(self, limit: int | None) -> tuple[str, bytes | None]:
        """Kind and bytes of the next object that was asked for, at most *limit* of them; no bytes of a missing one.

        Raises:
            GitEndedError: Git ended in the middle of it, or before.
        """
        header = self._stdout.readline()
        if not header:
            raise GitEndedError("git cat-file ended early")
        words = header.split()
        if len(words) != 3 or not words[2].isdigit():
            return "", None
        size = int(words[2])
        kept = size if limit is None else min(size, limit)
        data = self._stdout.read(kept)
        rest = size - kept
        while rest > 0:
            rest -= len(self._stdout.read(min(rest, _CHUNK))) or rest
        if len(data) != kept or self._stdout.read(1) != b"\n":
            raise GitEndedError("git cat-file ended early")
        return words[1].decode("ascii"), data

    def close(self) -> None:
        """End the process."""
        with contextlib.suppress(BrokenPipeError):
            self._stdin.close()
        self._stdout.close()
        if self._process.stderr:
            self._process.stderr.close()
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
