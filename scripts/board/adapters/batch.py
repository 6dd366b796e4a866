"""One `git cat-file --batch` process: ids in, objects out."""

import contextlib
import subprocess
from typing import IO, Any, cast

from git import Repo

_CHUNK = 1 << 20


class GitEndedError(Exception):
    """Git ended in the middle of an answer, or complained; a reader that has gone is another matter."""


class Batch:
    """One `git cat-file --batch`."""

    def __init__(self, repo: Repo, *options: str) -> None:
        # GitPython ends a process as soon as its wrapper is collected, so the wrapper is kept.
        self._wrapper = cast(Any, repo.git.cat_file("--batch", *options, istream=subprocess.PIPE, as_process=True))
        self._process = self._wrapper.proc
        self.stdin: IO[bytes] = self._process.stdin
        self._stdout: IO[bytes] = self._process.stdout

    def ask(self, object_id: str, limit: int | None) -> tuple[str, bytes | None]:
        """Kind and bytes of one object; no bytes where it is missing."""
        if not object_id or any(c.isspace() for c in object_id):
            return "", None
        try:
            self.stdin.write(f"{object_id}\n".encode())
            self.stdin.flush()
        except BrokenPipeError as error:
            raise GitEndedError("git cat-file ended early") from error
        answer = self.answer(limit)
        if answer is None:
            raise GitEndedError("git cat-file ended early")
        return answer

    def answer(self, limit: int | None) -> tuple[str, bytes | None] | None:
        """The next answer; None at the end.

        Raises:
            GitEndedError: Git ended in the middle of one, or complained.
        """
        header = self._stdout.readline()
        if not header:
            if self._process.wait() != 0:
                raise GitEndedError("git cat-file failed")
            return None
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

    def end_of_input(self) -> None:
        """Say that nothing more is asked."""
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()

    def close(self) -> None:
        """End the process."""
        self.end_of_input()
        self._stdout.close()
        if self._process.stderr:
            self._process.stderr.close()
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
