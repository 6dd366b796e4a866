"""`board verify` in every kind of clone, and over real repositories that somebody tampered with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.awarding import AWARD, BID, ORGANIZATION, TAG, award, board, purchase, purchase_in_a_work_tree, said
from tests.jobs.purchase import ALT_TEXT
from tests.worlds import REF, World, empty_world, git


@pytest.fixture
def awarded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> World:
    """The purchase, awarded."""
    made = purchase(tmp_path / "board")
    assert award(capsys, made.root).code == 0
    return made


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_one_line_an_award(awarded: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """What it rests on and what is missing is repeated, and the last line adds up."""
    ran = board(capsys, awarded.root, "verify", lang=lang)

    assert (ran.code, ran.out) == (0, said("verified", lang, seen=3, proved=1, refused=0))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_clone_of_main_sees_one_bid_of_three(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """The losers lie on branches that it did not fetch; that is said, and nothing is wrong."""
    git(tmp_path, "clone", "-q", "--single-branch", f"file://{awarded.root}", "clone")
    git(tmp_path / "clone", "fetch", "-q", "--tags")

    ran = board(capsys, tmp_path / "clone", "verify", lang=lang)

    assert (ran.code, ran.out) == (0, said("verified", lang, seen=1, proved=1, refused=0))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_clone_without_tags_is_told_how_to_get_them(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """And once it has them it holds."""
    git(tmp_path, "clone", "-q", "--no-tags", str(awarded.root), "clone")

    ran = board(capsys, tmp_path / "clone", "verify", lang=lang)

    assert (ran.code, ran.out) == (1, said("verified", lang, seen=3, proved=0, refused=1) + said("missing-tag", lang))
    git(tmp_path / "clone", "fetch", "-q", "--tags")
    assert board(capsys, tmp_path / "clone", "verify").code == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_shallow_clone_is_refused_by_name(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """No award is counted; nothing of it was proved."""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{awarded.root}", "clone")

    ran = board(capsys, tmp_path / "clone", "verify", lang=lang)

    assert ran.code == 1
    assert "AWD221 cut-history" in ran.out
    assert "--unshallow" in ran.out
    assert "dex-mex" not in ran.out


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "words", [("award", REF), ("award", REF, "--propose"), ("cancel", ALT_TEXT, "--reason", "no-bid")], ids=" ".join
)
def test_no_act_is_done_in_a_shallow_clone(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, words: tuple[str, ...]
) -> None:
    """What an act rests on may have been cut off; the whole clone answers."""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{awarded.root}", "cut")
    git(tmp_path, "clone", "-q", f"file://{awarded.root}", "whole")
    said_so = (*words, "--as", "a-tremblay", "--now", "2026-09-17T10:00:00-04:00")

    ran = board(capsys, tmp_path / "cut", *said_so, lang=lang)

    assert (ran.code, ran.err) == (1, "")
    assert "AWD221 cut-history" in ran.out
    assert board(capsys, tmp_path / "whole", *said_so).code == 0


@pytest.mark.parametrize("checkout", ["detached", "other branch", "origin alone", "linked"])
def test_main_is_found_wherever_head_is(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], checkout: str
) -> None:
    """A detached head, another branch, a clone whose own main is gone, a second work tree."""
    root = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(awarded.root), "clone")
    if checkout in ("detached", "origin alone"):
        git(root, "checkout", "-q", "--detach")
    if checkout == "other branch":
        git(root, "switch", "-q", "-c", "other", "main^")
    if checkout == "origin alone":
        git(root, "branch", "-q", "-D", "main")
    if checkout == "linked":
        git(root, "worktree", "add", "-q", "-b", "other", str(tmp_path / "linked"), "main^")
        root = tmp_path / "linked"

    ran = board(capsys, root, "verify", "--format", "json")

    assert (ran.code, [award["bidder"] for award in ran.report["awards"]]) == (0, ["maple-works"])


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", ["verify", "record"])
def test_a_repository_without_a_board_proves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, command: str
) -> None:
    """Without a commit, or with other files: exit 2, since nothing was proved."""
    empty, other = empty_world(tmp_path / "empty"), empty_world(tmp_path / "other")
    other.commit(other.tree({"README.md": b"x"}, ""), branch="main")
    said = {"en": "There is no board in", "fr": "Il n’y a pas de tableau dans"}

    for root in (empty.root, other.root):
        ran = board(capsys, root, command, lang=lang)

        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(said[lang])


def test_a_folder_that_is_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2: nothing was proved."""
    ran = board(capsys, tmp_path, "verify")

    assert (ran.code, ran.out) == (2, "")


def test_a_program_reads_each_award(awarded: World, capsys: pytest.CaptureFixture[str]) -> None:
    """With what was seen of its bids, and whether it is proved."""
    report = board(capsys, awarded.root, "verify", "--format", "json").report
    (found,) = report["awards"]

    assert report["ok"] is True
    assert found["proven"] is True
    assert found["bids"] == {"seen": 3, "listed": 3}
    assert found["assurance"] == {"identity": "claimed", "arrival": "none", "clock": "given", "mode": "trial"}
    assert found["waived"] == ["receipts", "sealing", "evaluation", "clearance", "signatures"]


# Real repositories, tampered with by Git itself.


def rebuilt(world: World, path: str = "", old: str = "", new: str = "", message: str = "") -> None:
    """The award's commit made anew with one text or the message changed, and its tag moved along."""
    files: dict[str | bytes, bytes | None] = {}
    if path:
        text = world.git("cat-file", "blob", f"main:{path}") + "\n"
        assert text.count(old) == 1
        files[path] = text.replace(old, new).encode()
    parents = world.git("rev-parse", "main^1", "main^2").split()
    said = world.git("log", "-1", "--format=%B", "main").strip()
    made = world.commit(world.tree(files, "main"), parents, branch="main", message=message or said)
    tag = world.git("cat-file", "tag", TAG)
    head, _, rest = tag.partition("\n")
    assert head.startswith("object ")
    world.git("update-ref", f"refs/tags/{TAG}", world.git("mktag", stdin=f"object {made}\n{rest}\n".encode()))


def second(world: World) -> None:
    """Another award of the same purchase, made on a main without the first and put behind it."""
    first = world.git("rev-parse", "main")
    other = "atelier-boreal"
    text = world.git("cat-file", "blob", f"main:{AWARD}") + "\n"
    bid = world.git("cat-file", "blob", f"bids/{other}/{REF}:opportunities/{REF}/bids/{other}.yml") + "\n"
    paths = (AWARD.replace("maple-works", other), BID.replace("maple-works", other))
    tree = world.tree({paths[0]: text.encode(), paths[1]: bid.encode()}, "main")
    said = world.git("log", "-1", "--format=%B", "main").strip().replace("maple-works", other)
    world.commit(tree, [first, world.git("rev-parse", f"bids/{other}/{REF}")], branch="main", message=said)


TAMPERED: dict[str, tuple[Callable[[World], object], str]] = {
    "value": (lambda w: rebuilt(w, AWARD, 'total: "2203.50"', 'total: "3203.50"'), "AWD211"),
    "bid": (lambda w: rebuilt(w, BID, "2026-09-22", "2026-09-29"), "AWD212"),
    "moved tag": (lambda w: w.git("update-ref", f"refs/tags/{TAG}", "main^"), "AWD216"),
    "deleted tag": (lambda w: w.git("tag", "-d", TAG), "AWD215"),
    "second award": (second, "AWD107"),
    "edited file": (lambda w: w.change({AWARD: b"schema: 1\n"}, branch="main"), "AWD204"),
    "evil merge": (lambda w: rebuilt(w, ORGANIZATION, "40000.00", "90000.00"), "AWD202"),
    "forged trailers": (lambda w: rebuilt(w, message="Award\n\nBoard-Act: award\nBoard-Total: 1.00 CAD"), "AWD214"),
    "claim": (lambda w: w.change({"x": b"x"}, branch="main", message="x\n\nBoard-Act: award"), "AWD207"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_tampered_repository_is_refused_by_name(
    awarded: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Here and in a clone; the same repository before was proved."""
    assert board(capsys, awarded.root, "verify").code == 0
    does, code = TAMPERED[name]

    does(awarded)
    git(tmp_path, "clone", "-q", str(awarded.root), "clone")

    for root in (awarded.root, tmp_path / "clone"):
        ran = board(capsys, root, "verify", "--format", "json")
        assert ran.code == 1
        assert code in ran.errors


def test_what_stands_in_a_work_tree_alone_proves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A proof reads what is committed, whatever lies in the folder."""
    root = purchase_in_a_work_tree(tmp_path / "board")
    award(capsys, root)
    (root / AWARD).write_text("tampered")

    assert board(capsys, root, "verify").code == 0


def test_dates_of_commits_are_never_read(awarded: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever makes a commit chooses them."""
    rebuilt(awarded)

    assert awarded.git("log", "-1", "--format=%aI", "main").startswith("2026-09-10T12:00:00")
    assert board(capsys, awarded.root, "verify").code == 0
