"""A change that somebody proposes, as Git objects alone: what it would make of the base, and each commit on the way.

Nothing is checked out, nothing is fetched, and nothing is left behind: the tree that the merge would give is written
into a temporary folder that borrows the repository's objects.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from git import Repo
from git.exc import GitCommandError

from board.adapters.commits import Brought, between
from board.adapters.listings import absent, differences, infos, records
from board.adapters.objects import Objects, open_repository
from board.core.yaml import LIMIT
from board.model.change import Change, Comparison, Excess, FileState
from board.model.reference import bid_path, of_bid_branch

# Directory renames, guessed by Git, could carry a bid into another folder than the one it was filed in.
_SETTINGS = {"merge.renames": "false", "merge.directoryRenames": "false", "diff.renames": "false"}

_ABSENT = "000000"
_SUBMODULE = "160000"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a change is looked at; what is over is a finding.

    Attributes:
        commits: Between base and head.
        objects: Files and folders in their every version.
        total_bytes: Of all that the commits bring.
        paths: That the net change touches.
    """

    commits: int = 30
    objects: int = 300
    total_bytes: int = 2 << 20
    paths: int = 20_000


class ShallowHistoryError(Exception):
    """History was cut off between base and head, so that nobody can tell what the head brings."""


class GitFailedError(Exception):
    """Git fails where nobody's change can be the reason.

    Attributes:
        problem: What Git said.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(f"git failed: {problem}")
        self.problem = problem


@contextmanager
def borrowed(root: Path) -> Iterator[Objects]:
    """The objects of the repository at *root*, where whatever Git writes is gone afterwards.

    Raises:
        NoRepositoryError: There is none.
    """
    repo = open_repository(root)
    store = Path(repo.common_dir).resolve() / "objects"
    with tempfile.TemporaryDirectory(prefix="board-") as folder:
        escaped = str(store).replace("\\", "\\\\").replace('"', '\\"')
        environment = {"GIT_OBJECT_DIRECTORY": folder, "GIT_ALTERNATE_OBJECT_DIRECTORIES": f'"{escaped}"'}
        environment["GIT_CONFIG_COUNT"] = str(len(_SETTINGS))
        for number, (key, value) in enumerate(_SETTINGS.items()):
            environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        repo.git.update_environment(**environment)
        with Objects(repo) as objects:
            yield objects


def compare(objects: Objects, base: str, head: str, limits: Limits | None = None) -> Comparison:
    """What the head would make of the base; costs what changed, never what the board holds.

    Args:
        objects: Of the repository, borrowed.
        base: A revision.
        head: A revision.
        limits: How much is looked at.

    Raises:
        UnknownRevisionError: The repository has no such commit.
        ShallowHistoryError: History was cut off between them.
        GitFailedError: Git fails even without the head.
    """
    limits = limits or Limits()
    ours, theirs = objects.resolve(base), objects.resolve(head)
    repo, cut_off = objects.repo, _cut_off(objects.repo)
    if not _related(repo, ours, theirs):
        if cut_off:
            raise ShallowHistoryError
        return Comparison(ours, theirs, related=False)
    try:
        brought = between(objects, ours, theirs, limits.commits, limits.objects)
        tree, conflicts = _merged(repo, ours, theirs)
        changes = _net(objects, ours, theirs, tree, limits.paths + 1) if tree else ()
    except GitCommandError as error:
        # Malformed trees kill whatever reads them; where main alone can be merged, they are the head's.
        _blame_head(repo, ours, theirs, str(error))
        return Comparison(ours, theirs, related=True, mergeable=False)
    if cut_off.intersection(commit.id for commit in brought.commits):
        raise ShallowHistoryError
    return Comparison(
        ours,
        theirs,
        related=True,
        changes=changes[: limits.paths],
        commits=brought.commits,
        conflicts=conflicts,
        mergeable=bool(tree),
        excess=tuple(_excess(brought, len(changes), limits)),
    )


def excess(objects: Objects, base: str, head: str, limits: Limits | None = None) -> tuple[Excess, ...]:
    """How far what *head* brings beyond *base*, in commits, objects and bytes, is over the limits.

    Raises:
        GitCommandError: Git cannot read what it brings.
    """
    limits = limits or Limits()
    brought = between(objects, base, head, limits.commits, limits.objects)
    return tuple(_excess(brought, 0, limits))


def listing(objects: Objects, revision: str, folder: str) -> tuple[str, ...]:
    """The paths of what stands directly in one folder of a revision, folders among them; none where it is not there."""
    spoken = f"{revision}:{folder}"
    try:
        found = str(objects.repo.git.ls_tree("-z", "--name-only", spoken, strip_newline_in_stdout=False))
    except GitCommandError:
        if objects.kind(spoken) is not None:
            raise
        return ()
    return tuple(f"{folder}/{name}" for name in found.split("\0") if name)


def files(objects: Objects, revision: str, paths: Sequence[str]) -> Mapping[str, tuple[str, bytes]]:
    """Path to object id and bytes, of the plain files that stand at these paths, or below them."""
    found = [entry for entry in objects.entries(revision, *paths) if entry.mode == "100644"] if paths else []
    return contents(objects, {entry.path: entry.id for entry in found})


def contents(objects: Objects, wanted: Mapping[str, str], limit: int | None = None) -> Mapping[str, tuple[str, bytes]]:
    """Path to object id and bytes, of those blobs that the repository holds; at most *limit* bytes of each."""
    read = zip(wanted.items(), objects.blobs(wanted.values(), limit), strict=True)
    return {path: (identifier, data) for (path, identifier), data in read if data is not None}


def holding(objects: Objects, revision: str, folder: str, text: str) -> tuple[str, ...]:
    """The ids of the requests below a folder that hold *text* somewhere."""
    words = ("-z", "-l", "-F", "-e", text, revision, "--", folder)
    status, said, problem = objects.repo.git.grep(*words, with_extended_output=True, with_exceptions=False)
    if status not in (0, 1):
        raise GitFailedError(str(problem))
    paths = [path for path in str(said).split("\0") if path.endswith("/opportunity.yml")]
    return tuple(info.id for info in infos(objects.repo, paths) if info)


def bids_on_branches(objects: Objects, ref: str) -> Mapping[str, str]:
    """Login to object id of each bid on *ref* that lies on a branch ``bids/<login>/<REF>``, as it is handed in."""
    branches = str(objects.repo.git.for_each_ref("--format=%(refname:lstrip=2)", f"refs/heads/bids/*/{ref}"))
    named = [branch for branch in branches.splitlines() if of_bid_branch(branch)]
    logins = [branch.split("/")[1] for branch in named]
    files = [f"refs/heads/{branch}:{bid_path(ref, login)}" for branch, login in zip(named, logins, strict=True)]
    found = zip(logins, infos(objects.repo, files), strict=True)
    return {login: info.id for login, info in found if info and info.kind == "blob" and info.size <= LIMIT}


def _excess(brought: Brought, paths: int, limits: Limits) -> Iterator[Excess]:
    if brought.commit_count > limits.commits:
        yield Excess("commits", brought.commit_count, limits.commits)
    if brought.object_count > limits.objects:
        yield Excess("objects", brought.object_count, limits.objects)
    if brought.total_bytes > limits.total_bytes:
        yield Excess("bytes", brought.total_bytes, limits.total_bytes)
    if paths > limits.paths:
        yield Excess("paths", paths, limits.paths)


def _related(repo: Repo, base: str, head: str) -> bool:
    try:
        repo.git.merge_base(base, head)
    except GitCommandError as error:
        if error.status == 1:
            return False
        raise
    return True


def _cut_off(repo: Repo) -> frozenset[str]:
    boundary = Path(repo.common_dir, "shallow")
    return frozenset(boundary.read_text("ascii").split()) if boundary.is_file() else frozenset()


def _merged(repo: Repo, base: str, head: str) -> tuple[str, tuple[str, ...]]:
    """The tree that the merge would give, empty where Git cannot, and the paths that it leaves to people."""
    status, said, problem = _merge_tree(repo, base, head)
    if status in (0, 1):
        tree, *conflicts = said.split("\0")
        return tree.strip(), tuple(dict.fromkeys(path for path in conflicts if path))
    _blame_head(repo, base, head, problem)
    return "", ()


def _blame_head(repo: Repo, base: str, head: str, problem: str) -> None:
    """Raise what went wrong where Git fails without the head too: then it is nobody's change.

    Without it means: to merge the base with itself, and to read what main did since the head left it.
    """
    since = str(repo.git.merge_base(base, head)).split()[0]
    status, _, _ = _merge_tree(repo, base, base)
    read, _, _ = repo.git.diff_tree("-r", "-z", "--raw", since, base, with_extended_output=True, with_exceptions=False)
    if status != 0 or read != 0:
        raise GitFailedError(problem)


def _merge_tree(repo: Repo, base: str, head: str) -> tuple[int, str, str]:
    words = ("--write-tree", "-z", "--name-only", "--no-messages", base, head)
    status, said, problem = repo.git.merge_tree(*words, with_extended_output=True, with_exceptions=False)
    return status, str(said), str(problem)


def _net(objects: Objects, base: str, head: str, tree: str, most: int) -> tuple[Change, ...]:
    words = ("--raw", "-r", "-z", "--no-renames", base, tree)
    found = list(differences(records(objects.repo, "diff_tree", words), most))
    inside = [entry for entry in found if entry.path.startswith("opportunities/")]
    gone = absent(objects.repo, [head], [entry.path for entry in inside])
    sides = {side[1] for entry in inside for side in entry.sides} - gone
    known = {info.id: info.size for info in infos(objects.repo, sides) if info and info.kind == "blob"}
    return tuple(Change(entry.path, *(_state(*side, known) for side in entry.sides)) for entry in found)


def _state(mode: str, identifier: str, known: Mapping[str, int]) -> FileState | None:
    if mode == _ABSENT:
        return None
    return FileState(mode, identifier, 0 if mode == _SUBMODULE else known.get(identifier, -1))
