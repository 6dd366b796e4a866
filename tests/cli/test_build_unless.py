"""`board build --unless`: by the hour, and at most once an event."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.worlds import BID, FOLDER, bids_on_branches, git, open_board_files, work_tree, write

from board.cli.main import run
from board.cli.site import Plan, state_of
from board.jobs.build import RecordState, is_shown

# The opportunities of the specimen: published, questions closed, closed; each instant is the first of the new state.
PUBLISHED = datetime.fromisoformat("2026-09-08T09:00:00-04:00")
CLOSED = datetime.fromisoformat("2026-09-15T14:00:01-04:00")
SECOND = timedelta(seconds=1)

STATE = RecordState("0" * 40, None, clean=True, turned=PUBLISHED)


def published(**changed: object) -> bytes:
    """What a site says that shows `STATE`, but for what is changed."""
    values = {"head": "0" * 40, "clean": True, "turned": "2026-09-08T13:00:00+00:00", "procurements": 3}
    return json.dumps({**values, **changed}).encode()


def test_the_very_same_is_shown() -> None:
    """The same commit, and no instant since; the zone in which it is told means nothing."""
    assert is_shown(published(), STATE)
    assert is_shown(published(turned=None), replace(STATE, turned=None))


@pytest.mark.parametrize(
    "said",
    [
        published(head="1" * 40),
        published(head=None),
        published(clean=False),
        published(turned=None),
        published(turned="2026-09-08T13:00:01+00:00"),
        published(turned="yesterday"),
        published(turned=4),
        b"",
        b"[]",
        b"4",
        b"<html>Not Found</html>",
    ],
)
def test_anything_else_is_not(said: bytes) -> None:
    """Another commit, another instant, or an answer that is none: build."""
    assert not is_shown(said, STATE)


@pytest.mark.parametrize("state", [replace(STATE, clean=False), replace(STATE, head="")])
def test_what_no_commit_holds_is_always_built(state: RecordState) -> None:
    """Nobody can tell whether files outside a commit are those that were shown."""
    assert not is_shown(published(clean=state.clean, head=state.head or None), state)


@pytest.mark.parametrize(
    ("now", "turned"),
    [
        (PUBLISHED - SECOND, None),
        (PUBLISHED, PUBLISHED),
        (CLOSED - SECOND, datetime.fromisoformat("2026-09-14T09:00:00-04:00")),
        (CLOSED, CLOSED),
    ],
)
def test_the_state_turns_at_the_instants_that_files_name(
    now: datetime, turned: datetime | None, tmp_path: Path
) -> None:
    """Of all procurements the last one counts: here another is published between."""
    root = work_tree(tmp_path / "board")

    assert state_of(Plan(root, "", now)).turned == turned


def test_the_state_is_that_of_the_commit(tmp_path: Path) -> None:
    """Its id, and whether the files are the same."""
    root = work_tree(tmp_path / "board")
    head = git(root, "rev-parse", "HEAD")
    assert state_of(Plan(root, "", CLOSED)) == state_of(Plan(root, head, CLOSED))

    write(root, {BID: bids_on_branches()["maple-works"]})

    assert (state_of(Plan(root, "", CLOSED)).head, state_of(Plan(root, "", CLOSED)).clean) == (head, False)


@pytest.mark.slow
def test_an_hourly_run_builds_once_an_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Built at the first run behind an instant and not at the next, also beside a request that cannot be read."""
    broken = f"{FOLDER.replace('date-filter', 'broken')}/opportunity.yml"
    root = work_tree(tmp_path / "board", {**open_board_files(), broken: b"schema: 2\n"})
    site, told = tmp_path / "public", tmp_path / "outputs"

    def build(now: datetime) -> str:
        told.unlink(missing_ok=True)
        words = ["--out", str(site), "--unless", str(site / "record.json"), "--outputs", str(told)]
        run(["--root", str(root), "build", *words, "--now", now.isoformat()])
        return told.read_text()

    assert [build(PUBLISHED + SECOND * count) for count in range(2)] == ["built=true\n", "built=false\n"]
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert build(PUBLISHED + timedelta(hours=30)) == "built=false\n"
    assert "Nothing has happened since the site was built" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert [build(CLOSED + SECOND * count) for count in range(2)] == ["built=true\n", "built=false\n"]

    git(root, "-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "-q", "--allow-empty", "-m", "More")
    assert [build(CLOSED), build(CLOSED)] == ["built=true\n", "built=false\n"]
