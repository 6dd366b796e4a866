"""The door through which history is written: what an edit becomes, who wins, and what a kill leaves."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from tests.worlds import EMAIL, FOLDER, empty_world, git, work_tree, world

from board.adapters.lock import NAME, locked
from board.adapters.objects import NoRepositoryError
from board.adapters.repository import ContendedError, Stage, _Writer, act
from board.adapters.work_trees import WorkTreeInTheWayError
from board.core.finding import Finding
from board.core.text import Text
from board.model.snapshot import MAIN, Edit, Move, NewCommit, NewTag, Nothing, Outcome, Snapshot, Written

AT = datetime.fromisoformat("2026-09-16T10:05:00-04:00")
NOTE = f"{FOLDER}/note.yml"
TAG = "award/note"
BRANCH = "refs/heads/bids/maple-works/dex-mex/2026/date-filter"
STAGES: tuple[Stage, ...] = ("locked", "decided", "blobs", "tree", "commit", "tags", "planned", "refs", "followed")
ROOT = Path(__file__).parents[2]


def note(seen: Snapshot, content: bytes = b"written\n", tag: str = TAG) -> Outcome:
    """An act that adds one file and one tag, and does what is missing when it is asked again."""
    main = seen.refs.get(MAIN, "")
    if main and NOTE in seen.tree(main):
        if f"refs/tags/{tag}" in seen.refs:
            return Nothing()
        return Edit("a-tremblay", AT, tags=(NewTag(tag, "Note\n\nBoard-By: a", main),))
    parents = (main,) if main else ()
    made = NewCommit(MAIN, main, parents, "Note\n\nBoard-By: a", {NOTE: content})
    return Edit("a-tremblay", AT, (made,), (NewTag(tag, "Note\n\nBoard-By: a"),))


def refs(root: Path) -> Mapping[str, str]:
    """Every ref and what it names."""
    listed = git(root, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
    return {name: identifier for name, _, identifier in (line.partition(" ") for line in listed)}


@pytest.mark.parametrize("bare", [True, False])
def test_an_edit_is_one_commit_and_its_tag(tmp_path: Path, bare: bool) -> None:
    """Author, committer and tagger are who acts, at the instant of the act, and nobody's mailbox."""
    root = world(tmp_path / "board").root if bare else work_tree(tmp_path / "board")
    before = git(root, "rev-parse", "main")

    written = act(root, note)

    assert isinstance(written, Written)
    assert written.tags == (TAG,)
    assert git(root, "rev-parse", "main", "main^1", f"{TAG}^{{}}").split() == [written.commit, before, written.commit]
    person = "a-tremblay <a-tremblay@users.noreply.board.invalid> 1789567500 -0400"
    commit = git(root, "cat-file", "commit", "main")
    assert f"author {person}\ncommitter {person}\n" in commit
    assert f"tag {TAG}\ntagger {person}\n\nNote" in git(root, "cat-file", "tag", TAG)
    assert git(root, "diff", "--name-status", "main^", "main") == f"A\t{NOTE}"
    assert git(root, "fsck", "--strict") == ""


def test_asked_again_writes_nothing(tmp_path: Path) -> None:
    """The second time everything is there."""
    root = world(tmp_path / "board").root
    act(root, note)
    before = refs(root)

    assert act(root, note) == Nothing()
    assert refs(root) == before


def test_the_first_commit_of_a_repository(tmp_path: Path) -> None:
    """It has no parent, and a work tree gets its files."""
    bare, tree = empty_world(tmp_path / "bare").root, tmp_path / "tree"
    tree.mkdir()
    git(tree, "init", "-q", "-b", "main")

    assert isinstance(act(bare, note), Written)
    assert isinstance(act(tree, note), Written)
    assert git(bare, "rev-parse", "main") == git(tree, "rev-parse", "main")
    assert (tree / NOTE).read_bytes() == b"written\n"
    assert git(tree, "status", "--porcelain") == ""


def test_a_blob_that_is_there_is_taken_over(tmp_path: Path) -> None:
    """A merge brings the bid as its supplier filed it, and both parents."""
    made = world(tmp_path / "board")
    head = made.bid()
    path = f"{FOLDER}/bids/maple-works.yml"
    blob = made.git("rev-parse", f"{head}:{path}")

    def merge(seen: Snapshot) -> Outcome:
        main = seen.refs[MAIN]
        return Edit("a-tremblay", AT, (NewCommit(MAIN, main, (main, head), "Merge", {NOTE: b"x"}, {path: blob}),))

    written = act(made.root, merge)

    assert isinstance(written, Written)
    assert made.git("rev-parse", "main^2", f"main:{path}").split() == [head, blob]


def test_one_act_moves_several_refs_and_stands_alone_where_it_says_so(tmp_path: Path) -> None:
    """Two branches, refs that follow, a ref that goes, and a commit that only a tag names, whose tree is its own."""
    made = world(tmp_path / "board")
    head = made.bid()
    main = made.git("rev-parse", "main")

    def several(seen: Snapshot) -> Outcome:
        log = NewCommit("refs/heads/receipts", "", (), "Line 1", {"receipts.jsonl": b"{}\n"})
        frozen = NewCommit("", "", (main,), "Close", {"closing.yml": b"schema: 1\n"}, alone=True)
        moved = Move("refs/host/received/1", "", head)
        gone = Move(BRANCH, seen.refs[BRANCH], "")
        return Edit("board", AT, (frozen, log), (NewTag("closing/one", "Close"),), (moved,), (gone,))

    written = act(made.root, several)

    assert isinstance(written, Written)
    frozen, log = written.commits
    assert made.git("rev-parse", "closing/one^{}", "receipts", "refs/host/received/1").split() == [frozen, log, head]
    assert made.git("ls-tree", "-r", "--name-only", frozen) == "closing.yml"
    assert made.git("rev-parse", f"{frozen}^", "main").split() == [main, main]
    assert BRANCH not in refs(made.root)


def test_a_ref_that_moved_meanwhile_stops_all_of_them(tmp_path: Path) -> None:
    """No branch moves where one ref of the act is no longer what it was."""
    made = world(tmp_path / "board")
    head = made.bid()
    before = refs(made.root)

    def outdated(_seen: Snapshot) -> Outcome:
        log = NewCommit("refs/heads/receipts", "", (), "Line 1", {"receipts.jsonl": b"{}\n"})
        return Edit("board", AT, (log,), after=(Move(BRANCH, "1" * 40, head),))

    with pytest.raises(ContendedError):
        act(made.root, outdated)
    assert refs(made.root) == before


@pytest.mark.parametrize("elsewhere", [False, True])
def test_refs_that_were_to_follow_do_so_at_the_next_act(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    """Killed behind its branch, an act is completed by whoever acts next; a ref that moved elsewhere stays there."""
    made = world(tmp_path / "board")
    head = made.bid()
    git(made.root, "update-ref", "-d", BRANCH)
    whole = _Writer._move

    def killed(writer: _Writer, moves: Sequence[Move], edit: Edit) -> None:
        whole(writer, moves[:1], edit)
        raise KeyboardInterrupt

    def receipt(_seen: Snapshot) -> Outcome:
        log = NewCommit("refs/heads/receipts", "", (), "Line 1", {"receipts.jsonl": b"{}\n"})
        return Edit("board", AT, (log,), after=(Move(BRANCH, "", head),))

    monkeypatch.setattr(_Writer, "_move", killed)
    with pytest.raises(KeyboardInterrupt):
        act(made.root, receipt)
    monkeypatch.undo()
    assert BRANCH not in refs(made.root)
    if elsewhere:
        git(made.root, "update-ref", BRANCH, "main")

    act(made.root, lambda _: Nothing())

    assert refs(made.root)[BRANCH] == (refs(made.root)[MAIN] if elsewhere else head)
    assert act(made.root, lambda _: Nothing()) == Nothing()


def test_a_file_can_be_removed(tmp_path: Path) -> None:
    """None in the place of content."""
    root = work_tree(tmp_path / "board")

    def remove(seen: Snapshot) -> Outcome:
        main = seen.refs[MAIN]
        return Edit("a-tremblay", AT, (NewCommit(MAIN, main, (main,), "Remove", {f"{FOLDER}/opportunity.yml": None}),))

    act(root, remove)

    assert git(root, "diff", "--name-status", "main^", "main") == f"D\t{FOLDER}/opportunity.yml"
    assert not (root / FOLDER / "opportunity.yml").exists()


def test_findings_are_handed_back(tmp_path: Path) -> None:
    """And nothing is written."""
    root = world(tmp_path / "board").root
    before = refs(root)
    finding = Finding("AWD101", "x", "error", "public", "p", 0, 0, Text("a", "b"), Text("a", "b"), {})

    assert act(root, lambda _: (finding,)) == (finding,)
    assert refs(root) == before


def test_no_repository_is_told_by_name(tmp_path: Path) -> None:
    """A plain folder has no history."""
    with pytest.raises(NoRepositoryError):
        act(tmp_path, note)


def test_decides_again_when_main_moved(tmp_path: Path) -> None:
    """Whoever commits beside the lock does not lose anything, and the act stands on what they wrote."""
    made = world(tmp_path / "board")
    asked: list[str] = []

    def meanwhile(seen: Snapshot) -> Outcome:
        asked.append(seen.refs[MAIN])
        outcome = note(seen)
        if len(asked) == 1:
            made.change({"README.md": b"x"}, branch="main", message="Meanwhile")
        return outcome

    act(made.root, meanwhile)

    assert len(asked) == 2
    assert made.git("log", "--format=%s", "main").splitlines()[:2] == ["Note", "Meanwhile"]


def test_of_two_officers_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    """Both decide on the same main; with old values the second cannot overwrite the first."""
    made = world(tmp_path / "board")
    told: list[bool] = []

    def second(seen: Snapshot) -> Outcome:
        there = NOTE in seen.tree(MAIN)
        told.append(there)
        if not there:
            # The other officer, between this look and this write; the lock alone would not let it in.
            made.change({NOTE: b"first\n"}, branch="main", message="First")
            return note(seen, b"second\n")
        return ()

    assert act(made.root, second) == ()
    assert told == [False, True]
    assert made.git("show", f"main:{NOTE}") == "first"
    assert f"refs/tags/{TAG}" not in refs(made.root)


def test_two_processes_take_turns(tmp_path: Path) -> None:
    """The lock keeps the second out until the first is done."""
    made = world(tmp_path / "board")
    with locked(made.root):
        waiting = subprocess.Popen(_command(made.root, ""), env=_environment(), stdout=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1.5)
        assert f"refs/tags/{TAG}" not in refs(made.root)
    out, _ = waiting.communicate(timeout=60)

    assert b"Written" in out
    assert f"refs/tags/{TAG}" in refs(made.root)


def test_a_ref_that_somebody_holds_is_waited_for_and_then_named(tmp_path: Path) -> None:
    """A lock that is not ours is never removed."""
    made = world(tmp_path / "board")
    foreign = made.root / "refs" / "heads" / "main.lock"
    foreign.touch()

    with pytest.raises(ContendedError) as raised:
        act(made.root, note)

    assert "main.lock" in raised.value.problem
    assert foreign.exists()
    foreign.unlink()
    assert isinstance(act(made.root, note), Written)


# What a kill leaves.


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}


def _command(root: Path, stage: str) -> list[str]:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.adapters.test_repository import note\n"
        "from board.adapters.repository import act\n"
        "def reached(stage):\n"
        "    if stage == sys.argv[2]:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "print(act(Path(sys.argv[1]), note, reached))\n"
    )
    return [sys.executable, "-c", script, str(root), stage]


def _killed(root: Path, stage: str, path: str = "") -> None:
    environment = _environment() | ({"PATH": path} if path else {})
    done = subprocess.run(_command(root, stage), env=environment, capture_output=True)
    assert done.returncode == -signal.SIGKILL, (done.returncode, done.stderr)


@pytest.mark.parametrize("left", ["board-index", "board-index.lock"])
def test_killed_while_git_writes_the_index_no_later_act_is_refused(tmp_path: Path, left: str) -> None:
    """What Git leaves of an index that is the board's own is nobody's once the lock of the board is had."""
    made = world(tmp_path / "board")
    (made.root / left).touch()

    assert isinstance(act(made.root, note), Written)
    assert not (made.root / "board-index.lock").exists()


# A work tree matters from the moment at which its refs are about to move.
_KILLS = [(stage, True) for stage in STAGES] + [(stage, False) for stage in STAGES[-3:]]


@pytest.mark.parametrize(("stage", "bare"), _KILLS)
def test_killed_at_any_stage_the_same_act_completes_it(tmp_path: Path, stage: Stage, bare: bool) -> None:
    """After one more run refs, index and files are those of an undisturbed run, and a third finds nothing to do."""
    roots = [tmp_path / name for name in ("calm", "killed")]
    for root in roots:
        if bare:
            world(root)
        else:
            git(tmp_path, "clone", "-q", str(world(tmp_path / f"{root.name}.git").root), root.name)
    calm, killed = roots
    act(calm, note)

    _killed(killed, stage)
    act(killed, note)

    assert refs(killed) == refs(calm)
    assert act(killed, note) == Nothing()
    assert [path.name for path in killed.rglob("*.lock")] == [NAME]
    assert git(killed, "fsck", "--strict") == ""
    if not bare:
        assert git(killed, "status", "--porcelain") == ""
        assert (killed / NOTE).read_bytes() == b"written\n"


# Stands in for `git`: for `update-ref` it does what a kill leaves at that place, and kills who asked.
_SHIM = """#!/bin/sh
for word in "$@"; do
    if [ "$word" = update-ref ]; then
        {does}
        kill -9 $PPID
        exit 137
    fi
done
exec {git} "$@"
"""


@pytest.mark.parametrize(
    "does",
    [
        # before the first ref is renamed: locks on all
        "mkdir -p refs/tags/award; touch refs/heads/main.lock refs/tags/{tag}.lock",
        # between main and the tag: main moved, a lock on the tag
        "tr '\\0' '\\n' | sed -n '2,4p' | {{ read a; read b; read c; {git} update-ref refs/heads/main $b $c; }}; "
        "mkdir -p refs/tags/award; touch refs/tags/{tag}.lock",
        # after the last rename, before anybody was told
        '{git} "$@"',
    ],
)
def test_killed_inside_the_transaction_the_same_act_completes_it(tmp_path: Path, does: str) -> None:
    """The files of refs are renamed one after the other; main goes first, so the rest follows from it."""
    calm, killed = world(tmp_path / "calm"), world(tmp_path / "killed")
    act(calm.root, note)
    real = git(tmp_path, "--exec-path") + "/git"
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    inside = f"cd {killed.root}; " + does.format(git=real, tag=TAG)
    shim.write_text(_SHIM.format(does=inside, git=real))
    shim.chmod(0o755)

    _killed(killed.root, "", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    outcome = act(killed.root, note)

    assert refs(killed.root) == refs(calm.root)
    assert isinstance(outcome, Written | Nothing)
    assert [path.name for path in killed.root.rglob("*.lock")] == [NAME]


# Work trees.


def test_unrelated_changes_in_the_work_tree_stay(tmp_path: Path) -> None:
    """Edited, staged and new files are left as they are, and the new file arrives."""
    root = work_tree(tmp_path / "board")
    (root / "opportunities" / "board.yml").write_text("edited")
    (root / "new.txt").write_text("new")
    git(root, "add", "new.txt")

    act(root, note)

    assert (root / NOTE).read_bytes() == b"written\n"
    assert (root / "opportunities" / "board.yml").read_text() == "edited"
    assert sorted(git(root, "status", "--porcelain").split("\n")) == sorted(
        [" M opportunities/board.yml", "A  new.txt"]
    )


@pytest.mark.parametrize("ignored", [True, False])
def test_a_file_in_the_way_is_named(tmp_path: Path, ignored: bool) -> None:
    """What nobody committed would be overwritten; nothing is written instead, and it works once it is gone."""
    root = work_tree(tmp_path / "board")
    (root / NOTE).write_text("mine")
    if ignored:
        (root / ".git" / "info" / "exclude").write_text("note.yml\n")
    before = refs(root)

    with pytest.raises(WorkTreeInTheWayError) as raised:
        act(root, note)

    assert raised.value.paths == (NOTE,)
    assert refs(root) == before
    assert (root / NOTE).read_text() == "mine"
    (root / NOTE).unlink()
    assert isinstance(act(root, note), Written)


def test_another_branch_that_is_checked_out_is_left_alone(tmp_path: Path) -> None:
    """Main moves; index and files of the other branch do not."""
    root = work_tree(tmp_path / "board")
    git(root, "switch", "-q", "-c", "posts")

    act(root, note)

    assert git(root, "status", "--porcelain") == ""
    assert not (root / NOTE).exists()
    assert git(root, "show", f"main:{NOTE}") == "written"


def test_a_linked_work_tree_follows(tmp_path: Path) -> None:
    """Main may be checked out beside the folder in which the act is done."""
    root = work_tree(tmp_path / "board")
    git(root, "switch", "-q", "-c", "posts")
    git(root, "worktree", "add", "-q", str(tmp_path / "linked"), "main")

    act(root, note)

    assert (tmp_path / "linked" / NOTE).read_bytes() == b"written\n"
    assert git(tmp_path / "linked", "status", "--porcelain") == ""
    assert act(tmp_path / "linked", note) == Nothing()


def test_a_detached_head_is_left_where_it_is(tmp_path: Path) -> None:
    """Nobody asked for its files to change."""
    root = work_tree(tmp_path / "board")
    before = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-q", "--detach")

    act(root, note)

    assert git(root, "rev-parse", "HEAD") == before
    assert git(root, "status", "--porcelain") == ""


def test_somebody_elses_configuration_writes_no_history(tmp_path: Path) -> None:
    """The repository's own settings for signing, names and encodings do not reach the objects."""
    root = world(tmp_path / "board").root
    calm = world(tmp_path / "calm").root
    for key, value in (("user.name", "X"), ("commit.gpgSign", "true"), ("i18n.commitEncoding", "latin1")):
        git(root, "config", key, value)

    act(root, note)
    act(calm, note)

    assert refs(root) == refs(calm)
    assert EMAIL not in git(root, "cat-file", "commit", "main")
