"""`board check` as a forge asks it: who pushed, and what the later steps of the run are told."""

from pathlib import Path

import pytest
from tests.worlds import BID, FOLDER, REF, World, bids_on_branches, board_files, open_board_files, world

from board.cli.main import run

OWNER, OFFICER, SUPPLIER, STRANGER = (
    "m-singh:900011",
    "a-tremblay:900012",
    "maple-works:901001",
    "somebody:7",
)
BEFORE, OPEN = "2026-09-01T09:00:00-04:00", "2026-09-10T12:00:00-04:00"
HEAD = f"bids/maple-works/{REF}"
POSTING = "posts/m-singh"
REQUEST = f"{FOLDER}/opportunity.yml"


@pytest.fixture
def made(tmp_path: Path) -> World:
    """A board with one bid on a branch, one posting that is still ahead, and one change to the program."""
    here = world(tmp_path / "board")
    here.bid()
    here.change({REQUEST.replace("date-filter", "week-filter"): open_board_files()[REQUEST]}, branch=POSTING)
    here.change({"README.md": b"Words.\n"}, branch="work")
    return here


def ask(made: World, head: str, author: str, *words: str, now: str = OPEN) -> int:
    """The exit code of the check of a change."""
    change = ("--base", "main", "--head", head, "--author", author, "--now", now)
    return run(["--root", str(made.root), "check", *change, *words])


def told(made: World, folder: Path, head: str, author: str, *words: str, now: str = OPEN) -> dict[str, str]:
    """The outputs of the check of a change."""
    file = folder / "outputs"
    file.write_text("before=1\n")
    ask(made, head, author, "--format", "github", "--outputs", str(file), *words, now=now)
    return dict(line.split("=", 1) for line in file.read_text("utf-8").splitlines())


def test_the_outputs_of_a_bid(made: World, tmp_path: Path) -> None:
    """Behind what stands there already: the commit that was judged, the verdict, and that a bid is never merged."""
    outputs = told(made, tmp_path, HEAD, SUPPLIER)

    assert list(outputs) == ["before", "nature", "head", "check", "check-says", "merge", "merge-says"]
    assert outputs["head"] == made.git("rev-parse", HEAD)
    assert [outputs[name] for name in ("before", "nature", "check", "merge")] == ["1", "bid", "success", "pending"]


def test_the_outputs_of_a_bid_that_is_refused(made: World, tmp_path: Path) -> None:
    """The verdict is red, and whether it may be merged was never a question."""
    dear = bids_on_branches()["northbit"].replace(b'"northbit"', b'"maple-works"')
    made.bid(data=dear)

    outputs = told(made, tmp_path, HEAD, SUPPLIER)

    assert [outputs[name] for name in ("nature", "check", "merge")] == ["bid", "failure", "pending"]


@pytest.mark.parametrize(
    ("head", "author", "expected"),
    [
        (POSTING, OWNER, ["act", "success", "success"]),
        (POSTING, OFFICER, ["act", "failure", "failure"]),
        (POSTING, STRANGER, ["bid", "failure", "pending"]),
        ("work", STRANGER, ["work", "success", "success"]),
    ],
)
def test_the_outputs_of_an_act_and_of_work(
    head: str, author: str, expected: list[str], made: World, tmp_path: Path
) -> None:
    """What stands may be merged, and what does not stand may not."""
    outputs = told(made, tmp_path, head, author, now=BEFORE)

    assert [outputs[name] for name in ("nature", "check", "merge")] == expected


def test_a_change_that_nobody_could_judge_has_no_outputs(made: World, tmp_path: Path) -> None:
    """What was not judged is not told, so that what reads it takes it for an error."""
    assert list(told(made, tmp_path, "no-such-branch", SUPPLIER)) == ["before"]


def test_nothing_that_a_stranger_chose_is_in_the_outputs(made: World, tmp_path: Path) -> None:
    """A path with a line break, and a login with one, begin no output of their own."""
    made.change({f"{BID}\nmerge=success": b"schema: 1\n"}, branch="hostile")

    outputs = told(made, tmp_path, "hostile", "x\nmerge=success:7")

    assert len(outputs) == 7
    assert [outputs[name] for name in ("check", "merge")] == ["failure", "pending"]


@pytest.mark.parametrize(
    ("pusher", "code"), [(OWNER, 0), ("m-singh-renamed:900011", 0), (OFFICER, 1), (STRANGER, 1), ("m-singh:7", 1)]
)
def test_an_act_is_one_of_who_pushed_it_too(pusher: str, code: int, made: World) -> None:
    """Nobody borrows a delegation by pushing to the branch of somebody who holds it; a person is the numeric id."""
    assert ask(made, POSTING, OWNER, "--pusher", pusher, now=BEFORE) == code


def test_nobody_lends_a_delegation_by_pushing(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A posting that a stranger proposes stays a stranger's, whoever pushed to it last."""
    assert ask(made, POSTING, STRANGER, "--pusher", OWNER, now=BEFORE) == 1
    assert "CHG101" in capsys.readouterr().out


def test_a_pusher_changes_nothing_for_a_bid(made: World) -> None:
    """Whose bid it is follows from who proposes it; an officer may press the forge's button that updates a branch."""
    assert ask(made, HEAD, SUPPLIER, "--pusher", OFFICER) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--outputs", "outputs"],
        ["--pusher", OWNER],
        ["--base", "main", "--head", "work", "--author", OWNER, "--outputs", "outputs"],
    ],
)
def test_they_go_with_a_change_and_with_a_forge(
    words: list[str], made: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked for anything else they are refused, and nothing is judged."""
    assert run(["--root", str(made.root), "check", *words]) == 2
    assert "--outputs" in capsys.readouterr().err


AWARD = f"{FOLDER}/awards/maple-works/award.yml"
CLOSED = "2026-09-16T10:40:12-04:00"


def test_a_bid_does_not_arrive_with_its_award(made: World) -> None:
    """An award is proposed after the closing, and brings the bid that lay there before; the officer's act stands."""
    assert run(["--root", str(made.root), "award", REF, "--propose", "--as", OFFICER, "--now", CLOSED]) == 0

    assert ask(made, f"award/{REF}", OFFICER, now=CLOSED) == 0


def test_an_award_that_nobody_computed_is_none(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A record of an award that an officer wrote by hand is not what `award` makes, so it is refused."""
    head = made.change({BID: bids_on_branches()["maple-works"], AWARD: board_files()[AWARD]})

    assert ask(made, head, OFFICER, now=CLOSED) == 1
    assert "AWD214" in capsys.readouterr().out


def test_a_proposed_award_is_recomputed(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A proposal whose total somebody raised is refused by what the method and the bids give."""
    assert run(["--root", str(made.root), "award", REF, "--propose", "--as", OFFICER, "--now", CLOSED]) == 0
    head = made.git("rev-parse", f"award/{REF}")
    award = made.git("show", f"{head}:{AWARD}").encode() + b"\n"
    tree = made.tree({AWARD: award.replace(b'"2203.50"', b'"2503.50"')}, head)
    parents = made.git("show", "-s", "--format=%P", head).split()
    raised = made.commit(tree, parents, message=made.git("show", "-s", "--format=%B", head))

    assert ask(made, raised, OFFICER, now=CLOSED) == 1
    assert "AWD211" in capsys.readouterr().out


def test_a_bid_without_its_award_arrives(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever brings it: after the closing it is late."""
    head = made.change({BID: bids_on_branches()["maple-works"]})

    assert ask(made, head, OFFICER, now=CLOSED) == 1
    assert "BID110" in capsys.readouterr().out
