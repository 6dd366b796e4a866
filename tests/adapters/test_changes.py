"""What Git says of a change: measured against the tree that the merge would give, with nothing left behind."""

from pathlib import Path

import pytest
from tests.worlds import BID, EMAIL, FOLDER, REF, World, bids_on_branches, open_board_files, world

from board.adapters import changes
from board.adapters.changes import GitFailedError, Limits, ShallowHistoryError
from board.adapters.objects import NoRepositoryError, UnknownRevisionError
from board.model.change import Change, Comparison, Excess, FileState

BYTES = bids_on_branches()["maple-works"]
REQUEST = f"{FOLDER}/opportunity.yml"


@pytest.fixture
def board(tmp_path: Path) -> World:
    """A bare board with one open opportunity."""
    return world(tmp_path / "board.git")


def compare(board: World, head: str, base: str = "main", limits: Limits | None = None) -> Comparison:
    """What Git says of a change here."""
    with changes.borrowed(board.root) as objects:
        return changes.compare(objects, base, head, limits)


def test_one_added_file(board: World) -> None:
    """Path, mode, blob and size of what is added, and the one commit that adds it."""
    head = board.bid()

    found = compare(board, head)

    blob = board.git("rev-parse", f"{head}:{BID}")
    assert found.changes == (Change(BID, None, FileState("100644", blob, len(BYTES))),)
    assert [(one.id, one.email, one.paths, one.merge) for one in found.commits] == [(head, EMAIL, (BID,), False)]
    assert (found.related, found.mergeable, found.conflicts, found.excess) == (True, True, (), ())
    assert (found.base, found.head) == (board.git("rev-parse", "main"), head)


def test_a_stale_branch_does_not_revert_main(board: World) -> None:
    """What main did since is no part of the change, though the trees differ in it."""
    head = board.bid()
    board.change({"README.md": b"new\n", REQUEST: None}, branch="main")

    assert [change.path for change in compare(board, head).changes] == [BID]


def test_a_change_of_both_is_merged(board: World) -> None:
    """Where both sides change one file apart, what is judged is the merge, which only the temporary store holds."""
    text = open_board_files()[REQUEST]
    head = board.change({REQUEST: text.replace(b'licence: "MIT"', b'licence: "Apache-2.0"')})
    board.change({REQUEST: text.replace(b"Fix the date filter", b"Mend the date filter")}, branch="main")

    with changes.borrowed(board.root) as objects:
        found = changes.compare(objects, "main", head)
        (change,) = found.changes
        assert change.after
        data = objects.blob(change.after.blob)

    assert b"Mend the date filter" in data
    assert b"Apache-2.0" in data
    assert change.after.size == len(data)
    assert board.git("cat-file", "-e", change.after.blob, status=1) == ""


def test_a_conflict(board: World) -> None:
    """The paths that Git leaves to people."""
    text = open_board_files()[REQUEST]
    head = board.change({REQUEST: text.replace(b'"2400.00"', b'"2300.00"')})
    board.change({REQUEST: text.replace(b'"2400.00"', b'"2200.00"')}, branch="main")

    found = compare(board, head)

    assert (found.conflicts, found.mergeable) == ((REQUEST,), True)


def test_renames_are_not_guessed(board: World) -> None:
    """A file that moved is gone here and added there; a folder that moved on main takes nothing with it."""
    moved = REQUEST.replace("date-filter", "day-filter")
    head = board.bid()
    board.change({REQUEST: None, moved: open_board_files()[REQUEST]}, branch="main")

    assert [change.path for change in compare(board, head).changes] == [BID]
    renamed = board.change({moved: None, REQUEST: open_board_files()[REQUEST]})
    assert [change.path for change in compare(board, renamed).changes] == [REQUEST, moved]


@pytest.mark.parametrize("head", ["good", "bad", "merged"])
def test_nothing_is_left_behind(board: World, head: str) -> None:
    """Objects and their bytes are the same before and after, whatever is judged."""
    good = board.bid()
    board.change({REQUEST: b"x: y\n"}, branch="main")
    heads = {
        "good": good,
        "bad": board.change({BID: BYTES, "x": b"1"}, good),
        "merged": board.commit(board.tree({BID: BYTES}, "main"), [good, "main"]),
    }
    before = board.store()

    compare(board, heads[head])

    assert board.store() == before


def test_the_temporary_store_is_gone(board: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where something raises inside, nothing remains in the folder for temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    head = board.bid()

    with changes.borrowed(board.root) as objects:
        assert changes.compare(objects, "main", head).mergeable
        assert len(list(temporary.iterdir())) == 1
    with pytest.raises(UnknownRevisionError):
        compare(board, "nope")

    assert list(temporary.iterdir()) == []


def test_a_store_with_odd_signs_in_its_path(tmp_path: Path) -> None:
    """Colons, quotes, backslashes and spaces in the path of a repository do not lead Git elsewhere."""
    board = world(tmp_path / 'a:b "c" \\d é.git')

    assert [change.path for change in compare(board, board.bid()).changes] == [BID]


def test_commits_of_an_honest_update(board: World) -> None:
    """A merge of main touches nothing of its own and has no foreign parent, in either order of parents."""
    head = board.bid()
    board.change({"README.md": b"x\n"}, branch="main")
    tree = board.tree({BID: BYTES}, "main")

    for parents in ([head, "main"], ["main", head]):
        found = compare(board, board.commit(tree, parents))
        assert [(one.paths, one.foreign_parents, one.merge) for one in found.commits] == [
            ((BID,), (), False),
            ((), (), True),
        ]


def test_commits_of_an_evil_merge(board: World) -> None:
    """What a merge holds that none of its parents has is listed as touched by it."""
    head = board.bid()
    board.change({"README.md": b"x\n"}, branch="main")
    evil = board.commit(board.tree({BID: BYTES, "evil": b"x\n"}, "main"), [head, "main"])

    assert compare(board, evil).commits[-1].paths == ("evil",)


def test_commits_of_a_stacked_merge(board: World) -> None:
    """A parent that is not on main is named; a merge of three names two."""
    one, two, three = (board.bid(login) for login in ("maple-works", "northbit", "atelier-boreal"))
    merged = board.commit(board.tree({BID: BYTES}, "main"), [one, two, three, "main"])

    assert compare(board, merged).commits[-1].foreign_parents == (two, three)


def test_a_root_commit_on_the_way_is_looked_into(board: World) -> None:
    """A history of its own that is joined to main with a merge is listed with every file it brings."""
    orphan = board.commit(board.tree({"hidden": b"x\n", BID: BYTES}))
    joined = board.commit(board.tree({BID: BYTES}, "main"), [orphan, "main"])

    found = compare(board, joined)

    assert found.related
    assert set(found.commits[0].paths) == {"hidden", BID}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(), ()),
        (Limits(commits=2), ()),
        (Limits(commits=1), (Excess("commits", 2, 1),)),
        (Limits(objects=12), ()),
        (Limits(objects=11), (Excess("objects", 12, 11),)),
        (Limits(paths=1), ()),
        (Limits(paths=0), (Excess("paths", 1, 0),)),
    ],
)
def test_limits(board: World, limits: Limits, expected: tuple[Excess, ...]) -> None:
    """Two commits of one file in five folders are two commits, twelve files and folders, and one path."""
    head = board.change({BID: BYTES + b"#\n"}, board.bid())

    assert compare(board, head, limits=limits).excess == expected


def test_bytes_are_counted_with_every_version(board: World) -> None:
    """What was added and taken back counts, and so does the commit itself."""
    head = board.change({BID: BYTES}, board.change({BID: b"x" * 5000}))
    weight = 5000 + len(BYTES) + sum(int(board.git("cat-file", "-s", commit)) for commit in (head, f"{head}~1"))

    assert compare(board, head, limits=Limits(total_bytes=weight)).excess == ()
    assert compare(board, head, limits=Limits(total_bytes=weight - 1)).excess == (Excess("bytes", weight, weight - 1),)


def test_no_common_commit(board: World) -> None:
    """A history of its own is compared no further."""
    found = compare(board, board.commit(board.tree({BID: BYTES}, "main")))

    assert (found.related, found.changes, found.commits) == (False, (), ())


def test_a_head_that_kills_git(board: World) -> None:
    """A tree that no Git reads makes the head unmergeable, since main alone can be merged."""
    tree = board.raw_tree([("100644", b"", board.blob(b"x\n"))])

    assert not compare(board, board.commit(board.graft(f"{FOLDER}/bids", tree), ["main"])).mergeable


def test_a_main_that_kills_git_is_our_failure(board: World) -> None:
    """Where main itself cannot be read nobody is refused for it, and nobody passes."""
    tree = board.raw_tree([("100644", b"", board.blob(b"x\n"))])
    broken = board.commit(board.graft(f"{FOLDER}/bids", tree), ["main"])
    head = board.bid()

    with pytest.raises(GitFailedError):
        compare(board, head, broken)


def test_history_that_was_cut_off(board: World, tmp_path: Path) -> None:
    """A clone that ends between base and head is told from an unrelated history."""
    board.bid()
    board.change({"README.md": b"x\n"}, branch="main")
    clone = World(tmp_path / "clone.git")
    board.git("clone", "-q", "--bare", "--depth", "1", "--no-single-branch", f"file://{board.root}", str(clone.root))

    with pytest.raises(ShallowHistoryError):
        compare(clone, f"bids/maple-works/{REF}")


@pytest.mark.parametrize("revision", ["nope", "--help", "main:README.md", "", "main^{tree}", "main..main"])
def test_a_revision_that_names_no_commit(board: World, revision: str) -> None:
    """An unknown revision is refused by name, and an option is none."""
    with pytest.raises(UnknownRevisionError):
        compare(board, revision)


def test_no_repository(tmp_path: Path) -> None:
    """A folder is not searched upwards for a repository."""
    with pytest.raises(NoRepositoryError), changes.borrowed(tmp_path):
        pass


def test_a_folder_is_listed_by_itself(board: World) -> None:
    """Names directly in a folder, folders among them; one that is not there is empty."""
    with changes.borrowed(board.root) as objects:
        assert changes.listing(objects, "main", "opportunities/dex-mex") == (
            "opportunities/dex-mex/2026",
            "opportunities/dex-mex/organization.yml",
        )
        assert changes.listing(objects, "main", "opportunities/nobody") == ()


def test_bids_on_branches(board: World) -> None:
    """The bid of each branch of that opportunity, where the branch holds it at its own path."""
    for login in ("maple-works", "northbit"):
        board.bid(login)
    board.change({"README.md": b"x\n"}, branch=f"bids/empty/{REF}")
    board.change({BID: BYTES}, branch=f"bids/thief/{REF}")
    board.change({BID.replace("maple-works", "large"): b"#" * 70_000}, branch=f"bids/large/{REF}")
    board.bid("maple-works", "dex-mex/2026/alt-text")

    with changes.borrowed(board.root) as objects:
        found = changes.bids_on_branches(objects, REF)

    assert found == {
        login: board.git("rev-parse", f"bids/{login}/{REF}:{FOLDER}/bids/{login}.yml")
        for login in ("maple-works", "northbit")
    }


def test_who_names_a_text(board: World) -> None:
    """Requests that hold a text somewhere, as it is written and not as a pattern."""
    with changes.borrowed(board.root) as objects:
        assert len(changes.holding(objects, "main", "opportunities", "2026-1")) == 3
        assert changes.holding(objects, "main", "opportunities", "2026.1") == ()
        assert changes.holding(objects, "main", "opportunities", "-e") == ()
