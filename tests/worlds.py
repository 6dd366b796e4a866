"""Real repositories for tests: boards with history, and hostile trees made by plumbing."""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SPECIMEN = Path(__file__).parent / "specimen"

REF = "dex-mex/2026/date-filter"
FOLDER = f"opportunities/{REF}"
BID = f"{FOLDER}/bids/maple-works.yml"

# An address that `check` takes for neutral, and an instant that no test reads.
EMAIL = "maple-works@users.noreply.example.invalid"
DATE = "2026-09-10T12:00:00-04:00"

_ENVIRONMENT = {
    "PATH": os.environ.get("PATH", os.defpath),
    "HOME": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C",
}


def git(
    root: Path, *words: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None, status: int = 0
) -> str:
    """What Git prints in *root*, without the final line break; it must end with *status*."""
    done = subprocess.run(
        ["git", *words], cwd=root, input=stdin, env={**_ENVIRONMENT, **(environment or {})}, capture_output=True
    )
    assert done.returncode == status, (words, done.returncode, done.stderr)
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")


def board_files() -> dict[str, bytes]:
    """The board of the specimen: path to content."""
    folder = SPECIMEN / "opportunities"
    return {
        f"opportunities/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_board_files() -> dict[str, bytes]:
    """The same board before `date-filter` had an outcome: no bid and no award of it is on main."""
    ended = (f"{FOLDER}/bids/", f"{FOLDER}/awards/")
    return {path: data for path, data in board_files().items() if not path.startswith(ended)}


def bids_on_branches() -> dict[str, bytes]:
    """Login to the bid on `date-filter` that lies on the branch of that login, the later winner's among them."""
    found = {"maple-works": (SPECIMEN / BID).read_bytes()}
    for path in sorted((SPECIMEN / "branches" / "bids").rglob("*.yml")):
        found[path.stem] = path.read_bytes()
    return found


@dataclass(frozen=True, slots=True)
class World:
    """A bare repository in which a test makes whatever objects it wants.

    Attributes:
        root: The repository.
    """

    root: Path

    def git(self, *words: str, stdin: bytes = b"", status: int = 0) -> str:
        """What Git prints here."""
        return git(self.root, *words, stdin=stdin, status=status)

    def blob(self, data: bytes) -> str:
        """The id of a new blob."""
        return self.git("hash-object", "-w", "--stdin", stdin=data)

    def raw_tree(self, entries: Iterable[tuple[str, bytes, str]]) -> str:
        """The id of a tree that holds exactly these modes, names and ids, however wrong they are."""
        data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(id_) for mode, name, id_ in entries)
        return self.git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", stdin=data)

    def tree(
        self,
        files: Mapping[str | bytes, bytes | None],
        start: str = "",
        modes: Mapping[str, str] | None = None,
    ) -> str:
        """The id of a tree: that of *start* with these files written, or removed where they are None.

        Args:
            files: Path to content; the content of a submodule is the id of its commit.
            start: A revision; empty for an empty tree.
            modes: Path to mode where it is not 100644.
        """
        environment = {"GIT_INDEX_FILE": str(self.root / f"index-{os.getpid()}")}
        if start:
            git(self.root, "read-tree", start, environment=environment)
        lines = []
        for path, data in files.items():
            name = path if isinstance(path, bytes) else path.encode("utf-8", "surrogateescape")
            mode = (modes or {}).get(path if isinstance(path, str) else "", "100644")
            if data is None:
                lines.append(b"0 " + b"0" * 40 + b"\t" + name)
            else:
                identifier = data.decode() if mode == "160000" else self.blob(data)
                lines.append(f"{mode} {identifier}\t".encode() + name)
        for line in lines:
            # Removals first take effect where a file makes room for a folder of its name, so one at a time.
            git(self.root, "update-index", "-z", "--index-info", stdin=line + b"\0", environment=environment)
        made = git(self.root, "write-tree", environment=environment)
        Path(environment["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        return made

    def graft(self, folder: str, tree: str, start: str = "main") -> str:
        """The id of the tree of *start* in which *folder*, at any depth, is that tree, whatever it holds."""
        parts = folder.split("/")
        for depth in range(len(parts) - 1, -1, -1):
            listed = self.git("ls-tree", "-z", f"{start}:{'/'.join(parts[:depth])}").split("\0")
            kept = [line for line in listed if line and line.partition("\t")[2] != parts[depth]]
            lines = [*kept, f"040000 tree {tree}\t{parts[depth]}"]
            tree = self.git("mktree", "-z", stdin="".join(f"{line}\0" for line in lines).encode())
        return tree

    def commit(
        self,
        tree: str,
        parents: Sequence[str] = (),
        *,
        branch: str = "",
        email: str = EMAIL,
        date: str = DATE,
        message: str = "A change",
    ) -> str:
        """The id of a new commit, to which *branch* moves where one is named."""
        names = {
            "GIT_AUTHOR_NAME": "Somebody",
            "GIT_AUTHOR_EMAIL": email,
            "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_NAME": "Somebody",
            "GIT_COMMITTER_EMAIL": email,
            "GIT_COMMITTER_DATE": date,
        }
        words = [word for parent in parents for word in ("-p", parent)]
        made = git(self.root, "commit-tree", tree, *words, "-m", message, environment=names)
        if branch:
            self.git("update-ref", f"refs/heads/{branch}", made)
        return made

    def change(
        self,
        files: Mapping[str | bytes, bytes | None],
        start: str = "main",
        *,
        branch: str = "",
        modes: Mapping[str, str] | None = None,
        email: str = EMAIL,
        date: str = DATE,
        message: str = "A change",
    ) -> str:
        """The id of one commit on top of *start* with these files."""
        made = self.tree(files, start, modes)
        return self.commit(made, [start], branch=branch, email=email, date=date, message=message)

    def bid(self, login: str = "maple-works", ref: str = REF, data: bytes | None = None) -> str:
        """The head of a bid's branch that was made as it should be."""
        content = bids_on_branches()[login] if data is None else data
        return self.change({f"opportunities/{ref}/bids/{login}.yml": content}, branch=f"bids/{login}/{ref}")

    def store(self) -> tuple[int, int]:
        """How many objects and packs the repository holds, and their bytes."""
        files = [path for path in (self.root / "objects").rglob("*") if path.is_file()]
        return len(files), sum(path.stat().st_size for path in files)


def empty_world(root: Path) -> World:
    """A bare repository without a commit."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "--bare", "-b", "main")
    return World(root)


def world(root: Path, files: Mapping[str, bytes] | None = None) -> World:
    """A bare repository whose main holds these files in one commit; the specimen, still open, where none are given."""
    made = empty_world(root)
    grow(made, open_board_files() if files is None else files)
    return made


def grow(made: World, files: Mapping[str, bytes], branch: str = "main") -> None:
    """One commit with all these files on *branch*, by one process however many they are."""
    existing = git(made.root, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")
    lines = [f"commit refs/heads/{branch}\ncommitter Somebody <{EMAIL}> 1789056000 +0000\ndata 5\nBoard\n".encode()]
    if existing:
        lines.append(f"from {existing}\n".encode())
    for path, data in files.items():
        lines.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    made.git("fast-import", "--quiet", stdin=b"".join(lines))


def work_tree(root: Path, files: Mapping[str, bytes] | None = None) -> Path:
    """A repository with a work tree, one commit on main, checked out."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    write(root, open_board_files() if files is None else files)
    git(root, "add", "-A")
    git(root, *_IDENTITY, "commit", "-q", "-m", "Board")
    return root


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write these files below *root*."""
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


_IDENTITY = ("-c", "user.name=Somebody", "-c", f"user.email={EMAIL}")
