"""The commits between a base and a head: who wrote them and what each of them touches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from board.adapters.listings import Difference, absent, differing, infos, records
from board.adapters.objects import Objects
from board.model.change import CommitChange

_NOTHING = "0" * 40

# The head of a commit holds its author; its message may be as long as a stranger likes.
_HEAD = 1 << 14


@dataclass(frozen=True, slots=True)
class Brought:
    """What the commits bring, counted no further than just beyond a limit.

    Attributes:
        commits: Oldest first; the newest where there are too many.
        commit_count: How many there are at least.
        object_count: Files and folders in their every version.
        total_bytes: Of the files and the commits themselves.
    """

    commits: tuple[CommitChange, ...]
    commit_count: int
    object_count: int
    total_bytes: int


def between(objects: Objects, base: str, head: str, most_commits: int, most_objects: int) -> Brought:
    """The commits that *head* has and *base* has not; sizes are asked for, contents are not read."""
    listed = str(objects.repo.git.rev_list("--parents", "--topo-order", "-n", most_commits + 1, head, f"^{base}"))
    lines = [line.split() for line in reversed(listed.splitlines())]
    parents = {commit: tuple(others) for commit, *others in lines}
    touched, blobs, count = _touched(objects, tuple(parents)[-most_commits:], most_objects)
    gone = absent(objects.repo, tuple(parents)[-most_commits:], {path for paths in touched.values() for path in paths})
    weights = [info.size for info in infos(objects.repo, [*parents, *(blobs - gone)]) if info]
    commits = tuple(
        CommitChange(
            commit,
            _email(objects, commit),
            tuple(dict.fromkeys(touched.get(commit, ()))),
            _foreign(others, parents),
            len(others) > 1,
        )
        for commit, others in list(parents.items())[-most_commits:]
    )
    return Brought(commits, len(parents), count, sum(weights))


def _touched(objects: Objects, commits: Sequence[str], most: int) -> tuple[Mapping[str, Sequence[str]], set[str], int]:
    """Commit to paths, the files, and how many files and folders the commits bring; stops beyond *most* of these."""
    words = ("--stdin", "-r", "-t", "-c", "--root", "--raw", "-z", "--no-renames")
    listing = records(objects.repo, "diff_tree", words, "".join(f"{commit}\n" for commit in commits))
    touched: dict[str, list[str]] = {}
    blobs: set[str] = set()
    count = 0
    for commit, difference in _by_commit(listing):
        if not difference.is_folder:
            touched.setdefault(commit, []).append(difference.path)
            blobs.add(difference.sides[-1][1])
        # The same content at a thousand paths is a thousand entries to read.
        count += difference.sides[-1][1] != _NOTHING
        if count > most:
            break
    return touched, blobs - {_NOTHING}, count


def _by_commit(listing: Iterator[str]) -> Iterator[tuple[str, Difference]]:
    commit = ""
    for record in listing:
        if record.startswith(":"):
            yield commit, differing(record, next(listing))
        else:
            commit = record


def _foreign(others: Sequence[str], made: Mapping[str, object]) -> tuple[str, ...]:
    """The parents beyond the first that are not on main: whatever the base reaches is not listed as made."""
    return tuple(parent for parent in others if parent in made)[1:]


def _email(objects: Objects, commit: str) -> str:
    _, data = objects.raw(commit, _HEAD)
    head = data.partition(b"\n\n")[0].decode("utf-8", "surrogateescape")
    author = next((line for line in head.split("\n") if line.startswith("author ")), "")
    return author.rpartition(">")[0].rpartition("<")[2]
