"""What a branch holds beside its bid: told at the push as what the closing leaves out, and left out to the end."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.cli.awarding import BID, TAG, award, board
from tests.hosts import Host, Pushed, hosted
from tests.worlds import REF, bids_on_branches, git

Files: TypeAlias = Mapping[str | bytes, bytes | None]

BRANCH = f"refs/heads/bids/maple-works/{REF}"
OTHER = f"opportunities/{REF}/notes.yml"
DATA = bids_on_branches()["maple-works"]
COUNTS = "Nothing stops it; "
LEFT_OUT = "from this branch the closing takes the file of the bid alone, as your last push has it."


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host while bids are taken."""
    return hosted(tmp_path)


def mended(host: Host) -> str:
    """A head whose first commit brought another file, which the second takes back as it adds the bid."""
    world = host.world
    first = world.commit(world.tree({"NOTES.md": b"Mine.\n"}, "main"), ["main"])
    return world.commit(world.tree({"NOTES.md": None, BID: DATA}, first), [first])


def sent(host: Host, head: str, *, options: tuple[str, ...] = ()) -> Pushed:
    """A push of that head as the bid of maple-works."""
    return host.push(f"+{head}:{BRANCH}", options=options)


@pytest.mark.parametrize(
    ("files", "mode", "codes"),
    [
        ({OTHER: b"x: y\n"}, "100644", "CHG101 and CHG102"),
        ({"README.md": b"Mine.\n"}, "100644", "CHG117"),
        ({}, "100755", "CHG104"),
    ],
)
def test_what_stands_beside_a_bid_is_left_out(made: Host, files: Files, mode: str, codes: str) -> None:
    """It is told, as a warning, and nothing says that the bid would not count."""
    world = made.world
    head = world.commit(world.tree({**files, BID: DATA}, "main", {BID: mode}), ["main"])

    done = sent(made, head)

    assert f"  {codes}: {LEFT_OUT}" in done.said
    assert COUNTS in done.said
    assert "(error)" not in done.said


def test_commits_on_the_way_are_left_out_in_french(made: Host) -> None:
    """What one commit brought and the next took back too."""
    done = sent(made, mended(made), options=("lang=fr",))

    assert "  CHG112\u00a0: de cette branche, la clôture ne retient que le fichier de la soumission" in done.said
    assert "Rien ne s’y oppose" in done.said


@pytest.mark.parametrize("mode", ["100644", "100755"])
@pytest.mark.parametrize("files", [{}, {OTHER: b"x: y\n"}, {"README.md": b"Mine.\n"}])
def test_what_is_wrong_with_the_bid_itself_stays_an_error(made: Host, mode: str, files: Files) -> None:
    """Whatever lies beside it, and whatever its mode is: the closing takes these bytes, and they do not pass."""
    world, dear = made.world, DATA.replace(b'"1950.00"', b'"950000.00"')
    head = world.commit(world.tree({**files, BID: dear}, "main", {BID: mode}), ["main"])

    said = sent(made, head).said

    assert "BID101 over-ceiling (error)" in said
    assert COUNTS not in said


def test_a_history_of_its_own_is_left_out(made: Host) -> None:
    """The file is judged all the same: good with one word, and dear with another."""
    world = made.world
    for data, counts in ((DATA, True), (DATA.replace(b'"1950.00"', b'"950000.00"'), False)):
        said = sent(made, world.commit(world.tree({BID: data}))).said
        assert "CHG114" in said
        assert (COUNTS in said, "BID101 over-ceiling (error)" in said) == (counts, not counts)


def test_a_bid_by_an_insider_stays_an_error(made: Host) -> None:
    """Who hands it in is known at the closing as well."""
    path = f"opportunities/{REF}/bids/a-tremblay.yml"
    world, data = made.world, DATA.replace(b'bidder: "maple-works"', b'bidder: "a-tremblay"')
    head = world.commit(world.tree({path: data}, "main"), ["main"])

    said = made.push(f"{head}:refs/heads/bids/a-tremblay/{REF}").said

    assert "CHG109 bid-by-insider (error)" in said


def test_left_out_at_the_push_is_left_out_of_the_award(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """The bid counts and wins, as was said; what lay beside it reaches neither main nor its history."""
    head = mended(made)
    sent(made, head)
    made.bid("northbit")
    assert board(capsys, made.root, "close", REF, "--now", "2026-09-16T10:00:00-04:00").code == 0

    ran = award(capsys, made.root)

    assert ran.code == 0, ran.out
    assert len(git(made.root, "rev-list", "--parents", "-n1", TAG).split()) == 2
    assert git(made.root, "log", "main", "--full-history", "--format=%H", "--", "NOTES.md") == ""
    assert git(made.root, "show", f"main:{BID}").encode() + b"\n" == DATA
    assert board(capsys, made.root, "verify").code == 0


def test_a_clean_commit_is_merged(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """The near twin: whoever brought the bid alone finds the commit in the award."""
    made.bid()
    assert board(capsys, made.root, "close", REF, "--now", "2026-09-16T10:00:00-04:00").code == 0

    assert award(capsys, made.root).code == 0
    assert git(made.root, "rev-parse", f"{TAG}^{{commit}}^2") == made.refs()[BRANCH]
    assert board(capsys, made.root, "verify").code == 0


def test_look_alikes_are_told_at_the_award_and_in_its_proof(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """Both bids count at push, closing and award; the officer is told, and so is whoever proves it on a terminal."""
    made.bid()
    plan = b"The loop stops one day early."
    copy = bids_on_branches()["northbit"].replace(b'"Northbit Labs"', b'"MAPLE WORKS"').replace(plan, b"It ends early.")
    assert "MAPLE" not in made.bid("northbit", data=copy).said
    assert board(capsys, made.root, "close", REF, "--now", "2026-09-16T10:00:00-04:00").code == 0

    ran, proof = award(capsys, made.root), board(capsys, made.root, "verify")

    assert (ran.code, proof.code) == (0, 0)
    for printed in (ran.out, proof.out):
        assert "LOG241 bids-alike (warning)" in printed
        assert "“northbit” and “maple-works” bid with the same name to show." in printed
