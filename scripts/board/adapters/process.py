"""One Git process: words and bytes in, bytes out, started the way GitPython starts them."""

import subprocess
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from git import Git, Repo


class GitFailedError(Exception):
    """Git ended with another status than 0.

    Attributes:
        words: What it was asked.
        status: How it ended.
        complaint: What it said.
    """

    def __init__(self, words: tuple[str, ...], status: int, complaint: str) -> None:
        super().__init__(f"git {' '.join(words)} ended with {status}: {complaint}")
        self.words = words
        self.status = status
        self.complaint = complaint


@cache
def git_version() -> tuple[int, ...]:
    """Of the Git that is started here, asked once a process."""
    return Git().version_info


def run(
    repo: Repo,
    *words: str,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    handed_down: tuple[int, ...] = (),
) -> bytes:
    """What `git` prints.

    Args:
        repo: Whose environment the process gets.
        words: After ``git``.
        stdin: What it reads.
        environment: Variables beside those of *repo*.
        handed_down: File descriptors that the process keeps open.

    Raises:
        GitFailedError: It ended with another status than 0.
    """
    started = repo.git.execute(
        ["git", *words],
        istream=subprocess.PIPE,
        as_process=True,
        env=dict(environment or {}),
        pass_fds=handed_down,
    )
    process = cast(Any, started).proc
    output, complaint = process.communicate(stdin)
    if process.returncode != 0:
        raise GitFailedError(words, process.returncode, complaint.decode("utf-8", "replace").strip())
    return bytes(output)
