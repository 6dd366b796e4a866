"""The one door through which history is written: lock, look, decide, write with compare-and-swap, main first.

Killed at any step, an act is completed by asking for it again: objects that nothing names harm nobody, the branch is
the commit point, and everything else follows from what it holds.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from git import Repo

from board.adapters import work_trees
from board.adapters.lock import Follower, Lock, Plan, Step, locked
from board.adapters.objects import Objects, open_repository
from board.adapters.process import GitFailedError, run
from board.adapters.snapshot import GitSnapshot
from board.adapters.work_trees import WorkTree
from board.core.finding import Finding
from board.model.reference import neutral_email
from board.model.snapshot import Decide, Edit, Move, NewCommit, NewTag, Nothing, Written

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
        made = tuple(self._commit(new, edit) for new in edit.commits)
        tags = tuple(self._tag(tag, tag.target or made[0], edit) for tag in edit.tags)
        self._reached("tags")
        steps = []
        for new, commit in zip(edit.commits, made, strict=True):
            if new.branch:
                there = work_trees.on(self._repo, new.branch)
                steps.append(Step(new.branch, new.old, commit, [tree.path for tree in there]))
                for work_tree in there:
                    work_tree.make_sure(new.old, commit, (*new.files, *new.blobs))
        moves = _moves(edit, made, tags)
        followers = tuple(Follower(move.ref, move.old, move.new) for move in edit.after)
        self._lock.plan(Plan(steps, self._locks(move.ref for move in moves), followers))
        self._reached("planned")
        try:
            self._move(moves, edit)
        except GitFailedError:
            self._lock.clear()
            raise
        self._reached("refs")
        for step in steps:
            for work_tree in _following(self._repo, step):
                work_tree.follow(step.old, step.new, self._lock)
        self._reached("followed")
        self._lock.clear()
        return Written(made, tuple(tag.name for tag in edit.tags))

    def _commit(self, new: NewCommit, edit: Edit) -> str:
        index = {"GIT_INDEX_FILE": str(Path(self._repo.common_dir, _INDEX))}
        # We hold the lock, so whoever left these was killed; Git's own lock would refuse every act from then on.
        for left in (index["GIT_INDEX_FILE"], f"{index['GIT_INDEX_FILE']}.lock"):
            Path(left).unlink(missing_ok=True)
        lines = [
            f"0 {_NO_OBJECT}\t{path}" if data is None else f"100644 {self._blob(data)}\t{path}"
            for path, data in new.files.items()
        ]
        lines += [f"100644 {blob}\t{path}" for path, blob in new.blobs.items()]
        self._reached("blobs")
        beginning = () if new.alone else new.parents[:1]
        self._git("read-tree", *(beginning or ("--empty",)), environment=index)
        listed = "".join(f"{line}\0" for line in lines).encode()
        self._git("update-index", "-z", "--index-info", stdin=listed, environment=index)
        tree = self._git("write-tree", environment=index)
        Path(index["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        self._reached("tree")
        parents = [word for parent in new.parents for word in ("-p", parent)]
        words = ("-c", "i18n.commitEncoding=UTF-8", "commit-tree", tree, *parents, "-F", "-")
        made = self._git(*words, stdin=f"{new.message}\n".encode(), environment=_person(edit.author, edit.at))
        self._reached("commit")
        return made

    def _blob(self, data: bytes) -> str:
        return self._git("hash-object", "-t", "blob", "-w", "--stdin", stdin=data)

    def _tag(self, tag: NewTag, target: str, edit: Edit) -> str:
        tagger = f"{edit.author} <{neutral_email(edit.author)}> {_date(edit.at)}"
        text = f"object {target}\ntype commit\ntag {tag.name}\ntagger {tagger}\n\n{tag.message}\n"
        return self._git("mktag", stdin=text.encode())

    def _move(self, moves: Sequence[Move], edit: Edit) -> None:
        """All refs in one transaction, in this order: the files of refs are renamed one after the other."""
        messages = [*(new.message for new in edit.commits), *(tag.message for tag in edit.tags), "Follow the record"]
        said = "start\0" + "".join(map(_command, moves)) + "prepare\0commit\0"
        self._git("update-ref", "-m", messages[0].partition("\n")[0], "-z", "--stdin", stdin=said.encode())

    def _locks(self, refs: Iterable[str]) -> Sequence[str]:
        common = Path(self._repo.common_dir).resolve()
        return [*(str(common / f"{ref}.lock") for ref in refs), str(common / "packed-refs.lock")]

    def _git(self, *words: str, stdin: bytes = b"", environment: dict[str, str] | None = None) -> str:
        held = (self._lock.descriptor,)
        answer = run(self._repo, *words, stdin=stdin, environment=environment, handed_down=held)
        return answer.decode("utf-8", "surrogateescape").strip()


def _moves(edit: Edit, made: Sequence[str], tags: Sequence[str]) -> Sequence[Move]:
    branches = (Move(new.branch, new.old, commit) for new, commit in zip(edit.commits, made, strict=True) if new.branch)
    named = (Move(f"refs/tags/{tag.name}", "", identifier) for tag, identifier in zip(edit.tags, tags, strict=True))
    return [*edit.before, *branches, *edit.after, *named]


def _command(move: Move) -> str:
    """One line of the transaction; a ref that must not exist yet is created."""
    if not move.new:
        return f"delete {move.ref}\0{move.old}\0"
    return f"update {move.ref}\0{move.new}\0{move.old or _NO_OBJECT}\0"


def _following(repo: Repo, step: Step) -> Sequence[WorkTree]:
    """The work trees that had the branch checked out when the step was planned, and still have it."""
    there = work_trees.on(repo, step.branch) if step.work_trees else ()
    return [tree for tree in there if tree.path in step.work_trees]


def _finish(repo: Repo, lock: Lock) -> None:
    """Clear away what an act that was killed left, and let the work trees follow what it moved."""
    plan = lock.unfinished()
    if plan is None:
        return
    # Its processes inherited the lock that we hold now, so they are gone, and nobody owns these files.
    for path in plan.locks:
        Path(path).unlink(missing_ok=True)
    for step in plan.steps:
        for work_tree in _following(repo, step):
            work_tree.unlock()
            if work_tree.head == step.new:
                work_tree.follow(step.old, step.new, lock)
    if plan.steps and all(_ref(repo, step.branch) == step.new for step in plan.steps):
        _complete(repo, plan.followers, lock)
    lock.clear()


def _complete(repo: Repo, followers: Sequence[Follower], lock: Lock) -> None:
    """Move what was to follow branches that did move; a ref that somebody moved elsewhere meanwhile stays there."""
    left = [Move(one.ref, one.old, one.new) for one in followers if _ref(repo, one.ref) == one.old != one.new]
    if left:
        said = "start\0" + "".join(map(_command, left)) + "prepare\0commit\0"
        words = ("update-ref", "-m", "Complete an act that was killed", "-z", "--stdin")
        run(repo, *words, stdin=said.encode(), handed_down=(lock.descriptor,))


def _ref(repo: Repo, name: str) -> str:
    return str(repo.git.for_each_ref("--format=%(objectname)", "--count=1", name)).strip()


def _person(login: str, at: datetime) -> dict[str, str]:
    facts = {"NAME": login, "EMAIL": neutral_email(login), "DATE": _date(at)}
    return {f"GIT_{role}_{fact}": value for role in ("AUTHOR", "COMMITTER") for fact, value in facts.items()}


def _date(at: datetime) -> str:
    """An instant as Git's objects have it: seconds, and the offset of its zone."""
    return f"{int(at.timestamp())} {at.strftime('%z')[:5]}"
