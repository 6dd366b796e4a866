"""Git's raw listings as values: what differs between trees, and what objects are."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, cast

from git import Repo

_CHUNK = 1 << 16
_FOLDER = "040000"


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that differs between trees.

    Attributes:
        path: From the top of the tree; bytes that are not UTF-8 stand as surrogates.
        sides: Mode and object id on each side, the new one last; mode ``000000`` where it is not there.
    """

    path: str
    sides: tuple[tuple[str, str], ...]

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder on the new side, or was one and is gone."""
        mode = self.sides[-1][0]
        return mode == _FOLDER or (mode == "000000" and all(mode in (_FOLDER, "000000") for mode, _ in self.sides))


@dataclass(frozen=True, slots=True)
class Info:
    """What an object is, without its content.

    Attributes:
        id: Object id.
        kind: ``blob``, ``tree``, ``commit`` or ``tag``.
        size: Bytes.
    """

    id: str
    kind: str
    size: int


def records(repo: Repo, command: str, words: Sequence[str], given: str = "") -> Iterator[str]:
    """What a Git command prints, cut at its NUL bytes; *given* is what it reads.

    A caller who takes only some of it ends the process.

    Raises:
        GitCommandError: It failed; whatever was taken before counts for nothing.
    """
    with tempfile.TemporaryFile() as stdin:
        # A file, since two pipes to one process can wait for each other.
        stdin.write(given.encode())
        stdin.seek(0)
        process = cast(Any, getattr(repo.git, command)(*words, istream=stdin, as_process=True))
        finished = False
        try:
            rest = b""
            while chunk := process.stdout.read(_CHUNK):
                *whole, rest = (rest + chunk).split(b"\0")
                for record in whole:
                    yield record.decode("utf-8", "surrogateescape")
            finished = True
            process.wait()
        finally:
            if not finished:
                process.proc.kill()
                process.proc.wait()
            process.proc.stdout.close()
            process.proc.stderr.close()


def differences(found: Iterator[str], most: int | None = None) -> Iterator[Difference]:
    """The entries of a listing of `diff-tree --raw -z` without commits, at most so many."""
    pairs = (differing(record, next(found)) for record in found)
    return islice(pairs, most)


def differing(record: str, path: str) -> Difference:
    """The entry of one record and the path behind it; a merge has a side for each parent."""
    words = record.lstrip(":").split(" ")
    half = (len(words) - 1) // 2
    return Difference(path, tuple(zip(words[:half], words[half : 2 * half], strict=True)))


def absent(repo: Repo, commits: Iterable[str], paths: Iterable[str]) -> frozenset[str]:
    """Ids of what these commits have at these paths and the repository was not given, as when large files are left out.

    To be asked before anything is asked of them: a Git before 2.44 does not know GIT_NO_LAZY_FETCH, and there the mere
    question how large such a file is fetches it.
    """
    if not any(Path(repo.common_dir, "objects", "pack").glob("*.promisor")):
        return frozenset()
    # A path with a line break cannot be asked for; a rule refuses its name anyway.
    asked = "".join(f"{line}\n" for line in (*commits, "--", *(path for path in paths if "\n" not in path)))
    with tempfile.TemporaryFile() as stdin:
        stdin.write(asked.encode("utf-8", "surrogateescape"))
        stdin.seek(0)
        words = ("--objects", "--no-object-names", "--no-walk", "--missing=print", "--stdin")
        listed = str(repo.git.rev_list(*words, istream=stdin))
    return frozenset(line[1:] for line in listed.splitlines() if line.startswith("?"))


def infos(repo: Repo, names: Iterable[str]) -> Iterator[Info | None]:
    """What each of these objects is, in turn, by id or as ``<revision>:<path>``; None where it is not there.

    Nothing is read of them; what is `absent` must not be asked for.
    """
    given = "".join(f"{name}\n" for name in names)
    if not given:
        return
    with tempfile.TemporaryFile() as stdin:
        stdin.write(given.encode("utf-8", "surrogateescape"))
        stdin.seek(0)
        process = cast(Any, repo.git.cat_file("--batch-check", "--buffer", istream=stdin, as_process=True))
        try:
            for line in process.stdout.read().decode("utf-8", "surrogateescape").splitlines():
                words = line.split(" ")
                there = len(words) == 3 and words[2].isdigit()
                yield Info(words[0], words[1], int(words[2])) if there else None
            process.wait()
        finally:
            process.proc.stdout.close()
            process.proc.stderr.close()
            if process.proc.poll() is None:
                process.proc.wait()
