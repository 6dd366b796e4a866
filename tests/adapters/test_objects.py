"""Reading Git objects."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from git import Actor, Git, Repo

from board.adapters.objects import (
    MissingObjectError,
    NoRepositoryError,
    Objects,
    ObjectTree,
    OldGitError,
    UnknownRevisionError,
    open_repository,
)
from board.adapters.process import git_version

SOMEBODY = Actor("somebody", "somebody@example.invalid")
ABSENT = "0" * 39 + "1"


@pytest.fixture
def repo(tmp_path: Path) -> Iterator[Repo]:
    """A repository with one commit of three files, one of them executable."""
    made = Repo.init(tmp_path / "repo", initial_branch="main")
    top = Path(str(made.working_tree_dir))
    (top / "a").mkdir()
    (top / "a" / "één.txt").write_text("one")
    (top / "a" / "big.bin").write_bytes(b"x" * 300_000)
    (top / "run.sh").write_text("#!/bin/sh\n")
    (top / "run.sh").chmod(0o755)
    made.git.add("-A")
    made.index.commit("first", author=SOMEBODY, committer=SOMEBODY)
    yield made
    made.close()


@pytest.fixture
def objects(repo: Repo) -> Iterator[Objects]:
    """Its objects."""
    with Objects(open_repository(Path(str(repo.working_tree_dir)))) as opened:
        yield opened


def test_lists_entries_with_modes_and_sizes(objects: Objects) -> None:
    """Paths are those of Git, whatever letters they have."""
    found = {entry.path: (entry.mode, entry.size) for entry in objects.entries("main", sizes=True)}

    assert found == {"a/big.bin": ("100644", 300_000), "a/één.txt": ("100644", 3), "run.sh": ("100755", 10)}


def test_lists_one_folder(objects: Objects) -> None:
    """A folder that is not there gives nothing, and a path with a star is a path."""
    assert [entry.path for entry in objects.entries("main", "a")] == ["a/big.bin", "a/één.txt"]
    assert list(objects.entries("main", "b")) == []
    assert list(objects.entries("main", "a*")) == []


def test_streams_blobs_in_the_order_asked(objects: Objects) -> None:
    """Missing objects and trees are None, and thousands of answers do not hang on a full pipe."""
    ids = {entry.path: entry.id for entry in objects.entries("main")}
    tree = objects.repo.commit("main").tree.hexsha
    asked = [ids["a/één.txt"], ABSENT, tree, *[ids["a/big.bin"]] * 2000]

    answers = list(objects.blobs(asked, limit=10))

    assert answers[:3] == [b"one", None, None]
    assert answers[3:] == [b"x" * 10] * 2000


def test_an_exception_of_the_asker_reaches_the_reader(objects: Objects) -> None:
    """What breaks while ids are gathered is not lost, and what was asked until then is not answered later."""

    def asker() -> list[str]:
        raise RuntimeError("asker broke")

    with pytest.raises(RuntimeError, match="asker broke"):
        list(objects.blobs(identifier for _ in [0] for identifier in asker()))
    assert list(objects.blobs([])) == []


def test_one_process_answers_again_and_again(objects: Objects) -> None:
    """Ten thousand files come in batches, and a new process for each of them would unpack everything anew."""
    ids = {entry.path: entry.id for entry in objects.entries("main")}

    assert list(objects.blobs([ids["a/één.txt"]])) == [b"one"]
    (kept,) = objects._idle
    assert list(objects.blobs([ABSENT, ids["a/één.txt"]])) == [None, b"one"]
    assert objects.blob(ids["a/één.txt"]) == b"one"

    assert objects._idle == [kept]


def test_a_reader_that_stops_halfway_leaves_nothing_behind(objects: Objects) -> None:
    """Answers that nobody fetched are never taken for those of the next question, in between or afterwards."""
    ids = {entry.path: entry.id for entry in objects.entries("main")}
    half = objects.blobs([ids["a/big.bin"], ids["a/big.bin"]], limit=3)

    assert next(half) == b"xxx"
    assert objects.blob(ids["a/één.txt"]) == b"one"
    del half

    assert list(objects.blobs([ids["a/één.txt"], "", "two words", f"{ABSENT}\nflush"])) == [b"one", None, None, None]


def test_reads_single_objects(objects: Objects) -> None:
    """The kept process answers one question after the other, and an absent object is an error by name."""
    entry = next(entry for entry in objects.entries("main") if entry.path == "a/één.txt")

    assert objects.blob(entry.id) == b"one"
    assert objects.kind(objects.resolve("main")) == "commit"
    assert objects.kind(ABSENT) is None
    assert objects.kind("two words") is None
    with pytest.raises(MissingObjectError):
        objects.blob(ABSENT)
    with pytest.raises(MissingObjectError):
        objects.blob(objects.resolve("main"))
    objects.close()


def test_a_tree_holds_plain_files_alone(objects: Objects) -> None:
    """An executable file is not among the files that a record may have."""
    tree = ObjectTree(objects, "main")

    assert list(tree) == ["a/big.bin", "a/één.txt"]
    assert tree["a/één.txt"] == b"one"
    assert "run.sh" not in tree
    assert len(tree) == 2


def test_refuses_what_is_not_there(objects: Objects, tmp_path: Path) -> None:
    """A folder without repository and a revision without commit are named."""
    with pytest.raises(NoRepositoryError):
        open_repository(tmp_path)
    with pytest.raises(NoRepositoryError):
        open_repository(tmp_path / "absent")
    for revision in ("absent", "--all", ""):
        with pytest.raises(UnknownRevisionError):
            objects.resolve(revision)


def test_replaced_objects_are_not_believed(repo: Repo, objects: Objects) -> None:
    """`git replace` shows another content to everybody but us."""
    entry = next(entry for entry in objects.entries("main") if entry.path == "a/één.txt")
    with Path(os.devnull).open() as empty:
        other = repo.git.hash_object("-w", "--stdin", istream=empty)
    repo.git.replace(entry.id, other)

    assert repo.git.cat_file("blob", entry.id) == ""
    assert objects.blob(entry.id) == b"one"


def test_an_older_git_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git 2.38 cannot say what a merge would give; 2.39 can."""
    Repo.init(tmp_path).close()
    for version, refused in (((2, 38, 5), True), ((2, 39, 0), False)):
        monkeypatch.setattr(Git, "version_info", version)
        git_version.cache_clear()
        with pytest.raises(OldGitError, match=r"2\.38\.5") if refused else nullcontext():
            open_repository(tmp_path).close()
    git_version.cache_clear()


def test_a_folder_inside_a_repository_is_no_board(repo: Repo) -> None:
    """Paths of the record count from the top, so a folder below it is refused."""
    with pytest.raises(NoRepositoryError):
        open_repository(Path(str(repo.working_tree_dir)) / "a")


def test_a_hook_s_environment_does_not_lead_elsewhere(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT_DIR of the caller is not where we read."""
    Repo.init(tmp_path / "other", initial_branch="main")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other" / ".git" / "index"))

    opened = Objects(open_repository(Path(str(repo.working_tree_dir))))

    assert [entry.path for entry in opened.entries("main")] == ["a/big.bin", "a/één.txt", "run.sh"]
