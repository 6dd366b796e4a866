"""A board's tree, found and judged: the folder of files, a revision, or the main of a bare repository."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from board.adapters.objects import NoRepositoryError, Objects, UnknownRevisionError, open_repository
from board.adapters.worktree import RECORD
from board.cli import listing as listings
from board.cli.console import Console
from board.cli.judging import Ground, board_above, chosen, judge_above, judge_folders
from board.cli.listing import Folder, Listing
from board.cli.naming import named_paths
from board.cli.progress import Progress
from board.core.finding import Finding
from board.jobs.check_tree import BOARD_PATH, among, in_order
from board.jobs.reading import procurement_of
from board.model.procurement import Board
from board.model.snapshot import MAIN


class NoBoardError(Exception):
    """Nothing there is a board."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants judged.

    Attributes:
        root: Folder of the board, or its bare repository.
        revision: Empty for the files, or for the main of a bare repository.
        paths: What was named; empty for all.
        now: The instant of the run.
        given: Whether that instant was given, so that it counts for everything that is named.
    """

    root: Path
    revision: str
    paths: tuple[str, ...]
    now: datetime
    given: bool


def judged(wanted: Wanted, console: Console) -> tuple[tuple[Finding, ...], Board]:
    """The findings on a tree, in the order in which people read them, and the board that it is.

    Raises:
        NoRepositoryError: A revision was asked for where there is no repository.
        UnknownRevisionError: The repository has no such commit.
        NoBoardError: The tree holds no board.
        NobodyKnowsError: What was named is not there.
    """
    commit = _commit(wanted)
    listing = _listed(wanted.root, commit)
    if BOARD_PATH not in listing.paths:
        raise NoBoardError
    paths = named_paths(wanted.paths, wanted.root, listing)
    board = board_above(wanted.root, commit, listing)
    folders = chosen(listing, _refs(paths, listing) if paths else None)
    named = frozenset(folder.ref for folder in folders) if paths else frozenset[str]()
    new = named if wanted.given else named - _on_record(wanted.root, listing, commit, named)
    ground = Ground(wanted.root, commit, board, wanted.now, named, new)
    findings = list(judge_above(ground, listing, changes=bool(paths)))
    with Progress(console, len(folders)) as progress:
        findings += judge_folders(ground, folders, progress.reached)
    return in_order(among(findings, paths) if paths else findings), board


def _commit(wanted: Wanted) -> str:
    """The id of the commit to judge; empty for the folder of files."""
    if not wanted.revision and (wanted.root / RECORD).is_dir():
        return ""
    try:
        repo = open_repository(wanted.root)
    except NoRepositoryError:
        if wanted.revision:
            raise
        return ""
    if not wanted.revision and not repo.bare:
        return ""
    with Objects(repo) as objects:
        return objects.resolve(wanted.revision or MAIN)


def _listed(root: Path, commit: str) -> Listing:
    if not commit:
        return listings.of_folder(root)
    with Objects(open_repository(root)) as objects:
        return listings.of_revision(objects, commit)


def _refs(paths: tuple[str, ...], listing: Listing) -> frozenset[str]:
    """The procurements in which these paths lie, or which lie in these folders."""
    inside = {ref for path in listing.paths if (ref := procurement_of(path)) and _within(path, paths)}
    return frozenset(inside)


def _within(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def _on_record(root: Path, listing: Listing, commit: str, refs: frozenset[str]) -> frozenset[str]:
    """Those of *refs* that stand on main just as they are judged here: the record at rest, which no clock can touch."""
    if not refs:
        return refs
    try:
        with Objects(open_repository(root)) as objects:
            main = objects.resolve(MAIN)
            kept = listings.of_revision(objects, main)
    except (NoRepositoryError, UnknownRevisionError):
        return frozenset()
    here = {folder.ref: _hashes(root, commit, folder) for folder in chosen(listing, refs)}
    there = {folder.ref: _hashes(root, main, folder) for folder in chosen(kept, refs)}
    return frozenset(ref for ref in refs if here[ref] == there.get(ref))


def _hashes(root: Path, commit: str, folder: Folder) -> Mapping[str, str]:
    read = listings.reader(root, commit)(folder.files)
    return {path: hashlib.sha256(content.data).hexdigest() for path, content in read.items()}
