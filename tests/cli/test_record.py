"""`board record`: what a forge or a person merged, checked and tagged."""

from pathlib import Path

import pytest
from tests.cli.awarding import AWARD, BID, TAG, award, board, purchase, said
from tests.worlds import REF, World

TOLD = ("--merged-by", "a-tremblay:900012", "--merged-at", "2026-09-17T09:30:00-04:00")


@pytest.fixture
def proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> World:
    """The purchase with its award proposed."""
    made = purchase(tmp_path / "board")
    assert award(capsys, made.root, "--propose").code == 0
    return made


def merge(world: World, *, squash: bool = False) -> str:
    """What a forge's button does with the proposal."""
    head = world.git("rev-parse", f"award/{REF}")
    files: dict[str | bytes, bytes | None] = {
        path: (world.git("cat-file", "blob", f"{head}:{path}") + "\n").encode() for path in (AWARD, BID)
    }
    parents = [world.git("rev-parse", "main")] + ([] if squash else [head])
    return world.commit(world.tree(files, "main"), parents, branch="main", message="Merge pull request #41")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_tags_what_was_merged(proposed: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """The tag names the award's commit, who merged it and when; a second run has nothing to do."""
    merge(proposed)

    first = board(capsys, proposed.root, "record", *TOLD, lang=lang)
    second = board(capsys, proposed.root, "record", *TOLD, lang=lang)

    assert (first.code, first.out) == (0, said("tagged", lang))
    assert second.code == 0
    assert TAG not in second.out
    assert proposed.git("rev-parse", f"{TAG}^{{}}") == proposed.git("rev-parse", "main^2")
    assert proposed.git("cat-file", "tag", TAG).endswith(
        "\nBoard-Merged-By: a-tremblay (github:900012)\nBoard-Merged-At: 2026-09-17T09:30:00-04:00"
    )
    verified = board(capsys, proposed.root, "verify").out
    assert "merged by a-tremblay" in verified


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_squash_is_an_incident(proposed: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """It is told and not tagged."""
    made = merge(proposed, squash=True)

    ran = board(capsys, proposed.root, "record", *TOLD, lang=lang)

    assert (ran.code, ran.out) == (1, said("incident", lang, commit=made[:12]))
    assert proposed.git("tag", "--list") == ""


def test_a_merge_by_somebody_without_a_delegation_is_an_incident(
    proposed: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tag says who it was, and every proof repeats it."""
    merge(proposed)

    ran = board(capsys, proposed.root, "record", "--merged-by", "m-singh:900011", "--format", "json")

    assert (ran.code, ran.errors, ran.report["tagged"]) == (1, ["AWD102"], [TAG])
    assert board(capsys, proposed.root, "verify", "--format", "json").errors == ["AWD102"]


def test_a_bid_merged_by_itself_is_an_incident(proposed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A click on the wrong button is no contract."""
    head = proposed.git("rev-parse", f"bids/maple-works/{REF}")
    bid = (proposed.git("cat-file", "blob", f"{head}:{BID}") + "\n").encode()
    proposed.commit(proposed.tree({BID: bid}, "main"), ["main", head], branch="main", message="Merge pull request #12")

    ran = board(capsys, proposed.root, "record", "--format", "json")

    assert (ran.code, ran.errors, ran.report["tagged"]) == (1, ["AWD203"], [])


def test_a_fast_forward_is_tagged(proposed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Merged in a terminal, with nobody told."""
    proposed.git("update-ref", "refs/heads/main", f"award/{REF}")

    assert board(capsys, proposed.root, "record").code == 0

    assert "Merged" not in proposed.git("cat-file", "tag", TAG)
    assert board(capsys, proposed.root, "verify").code == 0


def test_of_what_nobody_merged_no_tag_tells_who_did(proposed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the award is the commit of main itself, who pushed it lends it no name and no other instant."""
    proposed.git("update-ref", "refs/heads/main", f"award/{REF}")

    assert board(capsys, proposed.root, "record", *TOLD).code == 0

    assert "Merged" not in proposed.git("cat-file", "tag", TAG)
    assert board(capsys, proposed.root, "verify").code == 0


def test_a_merge_dated_before_the_decision_is_told(proposed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Who decided is judged, and who merged beside them, later."""
    merge(proposed)

    told = ("--merged-by", "a-tremblay:900012", "--merged-at", "2026-09-16T10:04:59-04:00")
    board(capsys, proposed.root, "record", *told, "--format", "json")

    assert board(capsys, proposed.root, "verify", "--format", "json").errors == ["AWD104"]


def test_facts_of_another_push_are_not_said_of_this_award(proposed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """They are those of the commit that is named, or of the one that main has."""
    pushed = merge(proposed)
    proposed.change({"README.md": b"x"}, branch="main", message="Another push")

    board(capsys, proposed.root, "record", *TOLD)
    assert "Merged" not in proposed.git("cat-file", "tag", TAG)

    proposed.git("tag", "-d", TAG)
    board(capsys, proposed.root, "record", *TOLD, "--head", pushed)
    assert "Board-Merged-By: a-tremblay" in proposed.git("cat-file", "tag", TAG)


def test_nothing_to_tag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A board without awards, and nobody named, as after every other push."""
    made = purchase(tmp_path / "board")

    ran = board(capsys, made.root, "record", "--merged-by", "")

    assert (ran.code, ran.out.splitlines()[1:]) == (0, ["Every award that can be tagged has its tag."])
