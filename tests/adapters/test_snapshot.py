"""A repository at one instant."""

import zlib
from pathlib import Path

import pytest
from tests.worlds import BID, FOLDER, REF, World, empty_world, git, work_tree, world

from board.adapters.objects import MissingObjectError, NoRepositoryError, UnknownRevisionError
from board.adapters.snapshot import CorruptObjectError, snapshot
from board.model.change import FileState
from board.model.snapshot import MAIN, Aside, Tag


@pytest.fixture
def made(tmp_path: Path) -> World:
    """A board with one bid on its branch."""
    made = world(tmp_path / "board")
    made.bid()
    return made


def test_names_every_ref(made: World) -> None:
    """Branches, tags and HEAD, each by its full name."""
    made.git("tag", "light", "main")

    with snapshot(made.root) as seen:
        assert set(seen.refs) == {MAIN, "HEAD", f"refs/heads/bids/maple-works/{REF}", "refs/tags/light"}
        assert seen.refs["HEAD"] == seen.refs[MAIN] == made.git("rev-parse", "main")


def test_head_may_be_on_no_branch(made: World) -> None:
    """It is the commit that it names, whichever branches there are."""
    bid = made.git("rev-parse", f"bids/maple-works/{REF}")
    made.git("update-ref", "--no-deref", "HEAD", bid)

    with snapshot(made.root) as seen:
        assert seen.refs["HEAD"] == bid != seen.refs[MAIN]


def test_an_unborn_branch_is_no_ref(tmp_path: Path) -> None:
    """A repository without a commit has nothing to name."""
    with snapshot(empty_world(tmp_path / "empty").root) as seen:
        assert seen.refs == {}


def test_refs_are_those_of_one_instant(made: World) -> None:
    """What moves while a decision is made is noticed when it is written, not before."""
    with snapshot(made.root) as seen:
        before = dict(seen.refs)
        made.git("update-ref", "-d", f"refs/heads/bids/maple-works/{REF}")

        assert seen.refs == before


def test_the_line_is_oldest_first_with_its_changes(made: World) -> None:
    """A merge is compared with its first parent, and what lies elsewhere is left out."""
    head = made.git("rev-parse", f"bids/maple-works/{REF}")
    first = made.git("rev-parse", "main")
    second = made.change({"README.md": b"x"}, branch="main", message="Outside")
    files: dict[str | bytes, bytes | None] = {BID: made.git("cat-file", "blob", f"{head}:{BID}").encode() + b"\n"}
    third = made.commit(made.tree(files, "main"), [second, head], branch="main", message="Merge\n\nof a bid")

    with snapshot(made.root) as seen:
        line = list(seen.line(MAIN))

    assert [commit.id for commit, _ in line] == [first, second, third]
    assert [len(changes) for _, changes in line][1:] == [0, 1]
    assert line[2][1][0].path == BID
    assert line[2][0].parents == (second, head)
    assert line[2][0].message == "Merge\n\nof a bid"


def test_what_lies_aside_from_the_line(made: World) -> None:
    """Each commit behind another parent, with what none of its own parents has; what it removes is nothing brought."""
    bid = made.git("rev-parse", f"bids/maple-works/{REF}")
    first = made.git("rev-parse", "main")
    odd = f'{FOLDER}/x \n"0.yml'
    second = made.change({odd: b"x"}, branch="main", message="Odd")
    award = f"{FOLDER}/awards/x/award.yml"
    files: dict[str | bytes, bytes | None] = {BID: made.git("cat-file", "blob", f"{bid}:{BID}").encode() + b"\n"}
    merged = made.commit(made.tree({**files, award: b"x"}, second), [second, bid], message="Merge the bid")
    gone = made.change({award: None}, merged, message="Take it back")
    made.commit(made.tree({}, first), [first, gone], branch="main", message="Merge main")

    with snapshot(made.root) as seen:
        found = seen.aside(MAIN)
        straight = seen.aside(first)

    assert straight == {}
    assert found == {
        bid: Aside((first,), (BID,)),
        second: Aside((first,), (odd,)),
        # The bid is otherwise than in main too, yet as in its own branch.
        merged: Aside((second, bid), (award,)),
        gone: Aside((merged,), ()),
    }


def test_hundreds_of_steps_with_odd_names(tmp_path: Path) -> None:
    """More than a pipe holds, with names that need quoting elsewhere."""
    made = world(tmp_path / "board")
    for number in range(3):
        files: dict[str | bytes, bytes | None] = {
            f"{FOLDER}/x \n{number}/{name}.yml": b"%d" % number for name in range(40)
        }
        made.change(files, branch="main")

    with snapshot(made.root) as seen:
        line = list(seen.line(MAIN))

    assert [len(changes) for _, changes in line][1:] == [40, 40, 40]
    assert line[1][1][0].path == f"{FOLDER}/x \n0/0.yml"


def test_changes_between_two_commits(made: World) -> None:
    """With mode and blob on both sides."""
    head = made.git("rev-parse", f"bids/maple-works/{REF}")
    blob = made.git("rev-parse", f"{head}:{BID}")

    with snapshot(made.root) as seen:
        (there,), (back,) = seen.changes("main", head, ""), seen.changes(head, "main", "opportunities")
        assert seen.changes("main", head, "schema") == ()

    assert (there.path, there.before, there.after) == (BID, None, FileState("100644", blob, -1))
    assert (back.before, back.after) == (FileState("100644", blob, -1), None)


def test_files_of_a_commit_and_of_a_folder(made: World) -> None:
    """A path that is not there gives nothing."""
    head = made.git("rev-parse", f"bids/maple-works/{REF}")

    with snapshot(made.root) as seen:
        assert set(seen.states(head, FOLDER)) == {BID, f"{FOLDER}/opportunity.yml"}
        assert set(seen.states(head, BID)) == {BID}
        assert seen.states(head, "nowhere") == {}
        assert seen.file(head, BID) == seen.tree(head)[BID]
        assert seen.file(head, FOLDER) is None
        assert seen.file(head, "nowhere") is None
        assert BID in seen.tree(head)
        assert BID not in seen.tree("main")


def test_what_lies_behind(made: World) -> None:
    """Main lies behind the bid, and not the other way round."""
    main, head = made.git("rev-parse", "main"), made.git("rev-parse", f"bids/maple-works/{REF}")

    with snapshot(made.root) as seen:
        assert (seen.reachable(main, head), seen.reachable(head, main)) == (True, False)


def test_tags_of_both_kinds(made: World) -> None:
    """An annotated tag tells its own name, which need not be that of its ref."""
    main = made.git("rev-parse", "main")
    made.git("tag", "light", "main")
    made.git("-c", "user.name=A", "-c", "user.email=a@example.invalid", "tag", "-a", "own", "-m", "Says\n\nit", "main")
    made.git("update-ref", "refs/tags/other", made.git("rev-parse", "refs/tags/own"))

    with snapshot(made.root) as seen:
        assert seen.tag("light") == Tag(main, "", "")
        assert seen.tag("own") == seen.tag("other") == Tag(main, "own", "Says\n\nit")
        assert seen.tag("none") is None


def test_says_where_history_was_cut_off(made: World, tmp_path: Path) -> None:
    """And a whole clone is whole."""
    made.change({"README.md": b"x"}, branch="main")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{made.root}", "cut")
    git(tmp_path, "clone", "-q", f"file://{made.root}", "whole")

    for name, shallow in (("cut", True), ("whole", False)):
        with snapshot(tmp_path / name) as seen:
            assert seen.shallow is shallow


def test_an_object_that_was_written_over_is_named(tmp_path: Path) -> None:
    """`git cat-file` believes a loose object whatever its bytes; nothing that rests on it would be a proof."""
    root = work_tree(tmp_path / "board")
    blob = git(root, "rev-parse", f"main:{FOLDER}/opportunity.yml")
    loose = root / ".git" / "objects" / blob[:2] / blob[2:]
    loose.chmod(0o644)
    loose.write_bytes(zlib.compress(b"blob 5\0other"))

    with snapshot(root) as seen, pytest.raises(CorruptObjectError):
        seen.blob(blob)


def test_what_is_not_there_is_named(made: World, tmp_path: Path) -> None:
    """Revisions, blobs and repositories."""
    main = made.git("rev-parse", "main")
    with snapshot(made.root) as seen:
        assert not seen.has("0" * 40)
        assert seen.has(main)
        with pytest.raises(MissingObjectError):
            seen.blob(main)
        with pytest.raises(UnknownRevisionError):
            seen.commit("nobody")
        with pytest.raises(UnknownRevisionError):
            seen.commit(made.git("rev-parse", "main^{tree}"))
    with pytest.raises(NoRepositoryError), snapshot(tmp_path):
        pass


def test_replaced_objects_and_grafts_are_not_obeyed(made: World) -> None:
    """Both would show another history than the one that clones have."""
    head = made.git("rev-parse", f"bids/maple-works/{REF}")
    main = made.git("rev-parse", "main")
    made.git("replace", head, main)
    (made.root / "info" / "grafts").write_text(f"{head}\n")

    with snapshot(made.root) as seen:
        assert seen.commit(head).parents == (main,)
        assert len(list(seen.line(head))) == 2
