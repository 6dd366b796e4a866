"""The record in a folder of files: every name below `opportunities/`, and never a step outside it."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from board.model.reference import place_of

RECORD = "opportunities"

Kind = Literal["file", "link", "folder", "repository", "special", "unreadable"]


@dataclass(frozen=True, slots=True)
class Found:
    """Something that stands in the tree.

    Attributes:
        path: From the root, with slashes; bytes that are not UTF-8 stand as surrogates.
        kind: ``file`` is a plain one. ``folder`` stands where the record wants a file, ``special`` is a pipe, a
            socket or a device, ``repository`` is one inside this one, and ``unreadable`` a folder nobody may list.
    """

    path: str
    kind: Kind


def survey(root: Path, under: str = RECORD) -> Iterator[Found]:
    """Everything below a folder of the tree at *root*, in the order of its names; links are named, never followed.

    Folders that merely hold others are not named. Where the folder does not exist there is nothing.
    """
    top = root / under
    if top.is_symlink():
        yield Found(under, "link")
    elif top.is_dir():
        yield from _below(str(top), under)
    elif top.exists():
        yield Found(under, "file" if top.is_file() else "special")


def read(root: Path, path: str, limit: int) -> bytes | None:
    """At most *limit* bytes of a plain file; None where it is none, or nobody may read it.

    A file that became a link or a pipe since it was found is neither followed nor waited for.
    """
    flags = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(root / path, flags)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read(limit)
    except OSError:
        return None
    finally:
        os.close(handle)


def _below(folder: str, path: str) -> Iterator[Found]:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        yield Found(path, "unreadable")
        return
    for entry in entries:
        inner = f"{path}/{entry.name}"
        kind = _kind(entry, inner)
        if kind is None:
            yield from _below(entry.path, inner)
        else:
            yield Found(inner, kind)


def _kind(entry: os.DirEntry[str], path: str) -> Kind | None:
    """What an entry is; None for a folder to look into."""
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        if entry.name.lower() == ".git":
            return "repository"
        return "folder" if place_of(path) else None
    return "file" if entry.is_file(follow_symlinks=False) else "special"
