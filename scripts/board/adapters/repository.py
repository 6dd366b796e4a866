"""The one door through which history is written: lock, look, decide, write with compare-and-swap, main first.

Killed at any step, an act is completed by asking for it again: objects that nothing names harm nobody, the branch is
the commit point, and everything else follows from what it holds.
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from git import Repo

from board.adapters import work_trees
from board.adapters.lock import Lock, Plan, locked
from board.adapters.objects import Objects, open_repository
from board.adapters.process import GitFailedError, run
from board.adapters.snapshot import GitSnapshot
from board.core.finding import Finding
from board.model.reference import neutral_email
from board.model.snapshot import Decide, Edit, NewTag, Nothing, Written

Stage = Literal["locked", "decided", "blobs", "tree", "commit", "tags", "planned", "refs", "followed"]
# Told of each stage when it is done; a test ends the process there.
Reached: TypeAlias = Callable[[Stage], None]

_ATTEMPTS = 20
_PAUSE_SECONDS = 0.05
_NO_OBJECT = "0" * 40
_INDEX = "board-index"


class ContendedError(Exception):
    """Refs kept moving, or Git kept refusing to move them.

    Attributes:
        problem: What Git said last.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(f"the refs could not be moved in {_ATTEMPTS} attempts: {problem}")
        self.problem = problem


def act(root: Path, decide: Decide, reached: Reached = lambda _stage: None) -> Written | Nothing | tuple[Finding, ...]:
    """Do what *decide* wants of the repository at *root*, and decide again whenever a ref moved meanwhile.

    Args:
        root: A work tree or a bare repository.
        decide: From a snapshot to an edit, to nothing where all of it is there, or to findings.
        reached: Told of each stage when it is done.

    Raises:
        NoRepositoryError: There is no repository.
        WorkTreeInTheWayError: A work tree has the branch checked out, with changes of its own where the act writes.
        ContendedError: Refs kept moving.
    """
    repo = open_repository(root)
    with locked(Path(repo.common_dir)) as lock:
        _finish(repo, lock)
        reached("locked")
        problem = ""
        for _ in range(_ATTEMPTS):
            with Objects(repo) as objects:
                outcome = decide(GitSnapshot(objects))
            reached("decided")
            if not isinstance(outcome, Edit):
                return outcome
            try:
                return _Writer(repo, lock, reached).write(outcome)
            except GitFailedError as error:
                if error.words[0] != "update-ref":
                    raise
                # A ref moved, or another process holds it for the moment: look again, and decide again.
                problem = error.complaint
                time.sleep(_PAUSE_SECONDS)
        raise ContendedError(problem)


class _Writer:
    """Writes one edit."""

    def __init__(self, repo: Repo, lock: Lock, reached: Reached) -> None:
        self._repo = repo
        self._lock = lock
        self._reached = reached

    def write(self, edit: Edit) -> Written:
        """Objects first, then the refs in one transaction, then the work trees."""
        commit = self._commit(edit) if edit.branch else ""
        tags = [(tag.name, self._tag(tag, tag.target or commit, edit)) for tag in edit.tags]
        self._reached("tags")
        following = work_trees.on(self._repo, edit.branch) if edit.branch else ()
        for work_tree in following:
            work_tree.make_sure(edit.old, commit, (*edit.files, *edit.blobs))
        self._lock.plan(self._plan(edit, commit, [tree.path for tree in following]))
        self._reached("planned")
        try:
            self._move(edit, commit, tags)
        except GitFailedError:
            self._lock.clear()
            raise
        self._reached("refs")
        for work_tree in following:
            work_tree.follow(edit.old, commit, self._lock)
        self._reached("followed")
        self._lock.clear()
        return Written(commit, tuple(tag.name for tag in edit.tags))

    def _commit(self, edit: Edit) -> str:
        index = {"GIT_INDEX_FILE": str(Path(self._repo.common_dir, _INDEX))}
        Path(index["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        lines = [
            f"0 {_NO_OBJECT}\t{path}" if data is None else f"100644 {self._blob(data)}\t{path}"
            for path, data in edit.files.items()
        ]
        lines += [f"100644 {blob}\t{path}" for path, blob in edit.blobs.items()]
        self._reached("blobs")
        self._git("read-tree", *(edit.parents[:1] or ("--empty",)), environment=index)
        listed = "".join(f"{line}\0" for line in lines).encode()
        self._git("update-index", "-z", "--index-info", stdin=listed, environment=index)
        tree = self._git("write-tree", environment=index)
        Path(index["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        self._reached("tree")
        parents = [word for parent in edit.parents for word in ("-p", parent)]
        words = ("-c", "i18n.commitEncoding=UTF-8", "commit-tree", tree, *parents, "-F", "-")
        made = self._git(*words, stdin=f"{edit.message}\n".encode(), environment=_person(edit.author, edit.at))
        self._reached("commit")
        return made

    def _blob(self, data: bytes) -> str:
        return self._git("hash-object", "-t", "blob", "-w", "--stdin", stdin=data)

    def _tag(self, tag: NewTag, target: str, edit: Edit) -> str:
        tagger = f"{edit.author} <{neutral_email(edit.author)}> {_date(edit.at)}"
        text = f"object {target}\ntype commit\ntag {tag.name}\ntagger {tagger}\n\n{tag.message}\n"
        return self._git("mktag", stdin=text.encode())

    def _move(self, edit: Edit, commit: str, tags: Sequence[tuple[str, str]]) -> None:
        """All refs in one transaction, the branch first: the files of refs are renamed one after the other."""
        moves = [f"update {edit.branch}\0{commit}\0{edit.old or _NO_OBJECT}\0"] if edit.branch else []
        moves += [f"create refs/tags/{name}\0{identifier}\0" for name, identifier in tags]
        said = "start\0" + "".join(moves) + "prepare\0commit\0"
        self._git("update-ref", "-m", edit.message.partition("\n")[0], "-z", "--stdin", stdin=said.encode())

    def _plan(self, edit: Edit, commit: str, following: Sequence[str]) -> Plan:
        common = Path(self._repo.common_dir).resolve()
        refs = [*([edit.branch] if edit.branch else []), *(f"refs/tags/{tag.name}" for tag in edit.tags)]
        locks = [str(common / f"{ref}.lock") for ref in refs] + [str(common / "packed-refs.lock")]
        return Plan(edit.branch, edit.old, commit, locks, following)

    def _git(self, *words: str, stdin: bytes = b"", environment: dict[str, str] | None = None) -> str:
        held = (self._lock.descriptor,)
        answer = run(self._repo, *words, stdin=stdin, environment=environment, handed_down=held)
        return answer.decode("utf-8", "surrogateescape").strip()


def _finish(repo: Repo, lock: Lock) -> None:
    """Clear away what an act that was killed left, and let the work trees follow what it moved."""
    plan = lock.unfinished()
    if plan is None:
        return
    # Its processes inherited the lock that we hold now, so they are gone, and nobody owns these files.
    for path in plan.locks:
        Path(path).unlink(missing_ok=True)
    for work_tree in work_trees.on(repo, plan.branch) if plan.branch else ():
        if work_tree.path in plan.work_trees:
            work_tree.unlock()
            if work_tree.head == plan.new:
                work_tree.follow(plan.old, plan.new, lock)
    lock.clear()


def _person(login: str, at: datetime) -> dict[str, str]:
    facts = {"NAME": login, "EMAIL": neutral_email(login), "DATE": _date(at)}
    return {f"GIT_{role}_{fact}": value for role in ("AUTHOR", "COMMITTER") for fact, value in facts.items()}


def _date(at: datetime) -> str:
    """An instant as Git's objects have it: seconds, and the offset of its zone."""
    return f"{int(at.timestamp())} {at.strftime('%z')[:5]}"
