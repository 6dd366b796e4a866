"""What a board's tree holds, in a folder or in a revision: the same to whoever judges it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from board.adapters import worktree
from board.adapters.listings import absent
from board.adapters.objects import Objects, open_repository
from board.core.text import Bilingual
from board.jobs.reading import Content, is_above, procurement_of
from board.model.reference import limit_of

# Why something is not the plain file that it should be.
_ODD = {
    "link": Bilingual("a symbolic link", "un lien symbolique"),
    "folder": Bilingual("a folder", "un dossier"),
    "repository": Bilingual("a repository of its own", "un dépôt à part"),
    "special": Bilingual("a pipe, a socket or a device", "un tube, une prise ou un périphérique"),
    "unreadable": Bilingual("something that nobody here may read", "un élément que personne ne peut lire ici"),
    "120000": Bilingual("a symbolic link", "un lien symbolique"),
    "160000": Bilingual("a submodule", "un sous-module"),
    "missing": Bilingual("a file that was not fetched", "un fichier qui n’a pas été récupéré"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The names in the record of a tree.

    Attributes:
        files: Path to object id of each plain file; the id is empty in a folder of files.
        odd: Path to what stands there instead of a plain file.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    odd: Mapping[str, Bilingual] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """Everything that stands there."""
        return frozenset(self.files) | frozenset(self.odd)


@dataclass(frozen=True, slots=True)
class Folder:
    """One procurement as it is listed.

    Attributes:
        ref: REF.
        files: Path to object id.
        odd: Path to what stands there instead of a plain file.
    """

    ref: str
    files: Mapping[str, str]
    odd: Mapping[str, Bilingual]


# Gives path to content of the plain files among those of a mapping of path to object id; the others cannot be read.
Reader = Callable[[Mapping[str, str]], Mapping[str, Content]]


def of_folder(root: Path) -> Listing:
    """What stands below `opportunities/` in a folder of files."""
    files: dict[str, str] = {}
    odd: dict[str, Bilingual] = {}
    for found in worktree.survey(root):
        if found.kind == "file":
            files[found.path] = ""
        else:
            odd[found.path] = _ODD[found.kind]
    return Listing(files, odd)


def of_revision(objects: Objects, commit: str) -> Listing:
    """What stands below `opportunities/` in a commit."""
    files: dict[str, str] = {}
    odd: dict[str, Bilingual] = {}
    gone = absent(objects.repo, [commit], [worktree.RECORD])
    for entry in objects.entries(commit, worktree.RECORD):
        if entry.mode in _ODD:
            odd[entry.path] = _ODD[entry.mode]
        elif entry.id in gone:
            odd[entry.path] = _ODD["missing"]
        else:
            files[entry.path] = entry.id
    return Listing(files, odd)


def folders(listing: Listing) -> Iterator[Folder]:
    """The procurements of a listing, by REF."""
    found: dict[str, tuple[dict[str, str], dict[str, Bilingual]]] = {}
    for path, identifier in listing.files.items():
        if (ref := procurement_of(path)) is not None:
            if ref not in found:
                found[ref] = ({}, {})
            found[ref][0][path] = identifier
    for path, what in listing.odd.items():
        if (ref := procurement_of(path)) is not None:
            found.setdefault(ref, ({}, {}))[1][path] = what
    for ref in sorted(found):
        yield Folder(ref, *found[ref])


def above(listing: Listing) -> Mapping[str, str]:
    """The files that lie above the procurements."""
    return {path: identifier for path, identifier in listing.files.items() if is_above(path)}


def astray(listing: Listing) -> Iterable[str]:
    """Plain files that lie in no procurement and are none of the board's."""
    return (path for path in listing.files if procurement_of(path) is None and not is_above(path))


def reader(root: Path, commit: str) -> Reader:
    """Reads files of a folder, or of a commit where one is named; at most a byte more than the loader takes."""
    if not commit:
        return lambda files: {
            path: Content(data) for path in files if (data := worktree.read(root, path, limit_of(path) + 1)) is not None
        }
    objects = Objects(open_repository(root))

    def from_objects(files: Mapping[str, str]) -> Mapping[str, Content]:
        most = max(map(limit_of, files), default=0)
        read = zip(files.items(), objects.blobs(files.values(), most + 1), strict=True)
        return {path: Content(data, identifier) for (path, identifier), data in read if data is not None}

    return from_objects


def unread(commit: str) -> Bilingual:
    """What a file is whose bytes could not be had."""
    return _ODD["missing" if commit else "unreadable"]
