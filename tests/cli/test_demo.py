"""`board demo`: the scenes played into a real repository."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from git import Repo

from board.adapters.snapshot import snapshot
from board.cli.main import run
from board.cli.setting import schemas
from board.core.text import Language
from board.jobs.log import log_of
from board.jobs.tagged import standing_closing

NOW = "2026-11-25T09:30:00-05:00"

CLOSED = ["buoy-frames", "file-names", "gate-forecast", "table-headers"]
WITHDRAWN = ["maple-works"]
AWARDED = {
    "buoy-frames": "cooperative-fleuve",
    "campsite-tests": "lac-numerique",
    "date-filter": "maple-works",
    "file-names": "maple-works",
    "gate-forecast": "cooperative-fleuve",
}


@dataclass(frozen=True, slots=True)
class Demo:
    """A demonstration that was played once, for all tests here: none of them writes to it.

    Attributes:
        folder: Where it is.
        code: Of the command.
        out: What it said.
    """

    folder: Path
    code: int
    out: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """In English."""
    folder, said = tmp_path_factory.mktemp("played") / "demo", StringIO()
    with redirect_stdout(said):
        code = run(["demo", str(folder), "--now", NOW])
    return Demo(folder, code, said.getvalue())


def test_plays_into_a_new_folder(demo: Demo) -> None:
    """Every posting, bid, award and end is a commit of its own, and the board that they make passes."""
    folder = demo.folder

    assert demo.code == 0
    assert demo.out.splitlines() == [
        "Trial: nothing published here commits the government yet.",
        f"Played in {folder}: 14 opportunities, 28 bids, 6 awards, 2 ended without one.",
        "See it, and prove it:",
        f"    board --root {folder} serve",
        f"    board --root {folder} verify",
    ]
    with Repo(folder) as repo:
        assert len(list(repo.iter_commits("main", first_parent=True))) == 1 + 14 + 6 + 2
        assert sum(head.name.startswith("bids/") for head in repo.heads) == 28 - len(WITHDRAWN)
        tags = [tag.name for tag in repo.tags]
        assert sorted(name.split("/")[-1] for name in tags if name.startswith("closing/")) == CLOSED
        awards = {name.split("/")[3]: name.split("/")[-1] for name in tags if name.startswith("award/")}
        # Who wins the draw is anybody's guess among the three that pass.
        assert awards.pop("table-headers") in ("atelier-boreal", "mail-4471", "studio-tamarack")
        assert awards == AWARDED
        assert not repo.is_dirty(untracked_files=True)
    assert run(["--root", str(folder), "check", "--now", NOW]) == 0
    assert run(["--root", str(folder), "verify"]) == 0


def test_the_log_is_one_chain_in_the_order_of_instants(demo: Demo) -> None:
    """All procurements stand in one log, with whatever happened to each, and no instant goes back."""
    with snapshot(demo.folder) as seen:
        log = log_of(seen)
        closings = {
            ref.split("/")[-1]: standing_closing(seen, ref, schemas()) for ref in {row.ref for row in log.lines}
        }

    assert [line.at for line in log.lines] == sorted(line.at for line in log.lines)
    assert Counter(type(line.entry).__name__ for line in log.lines) == {
        "Veiled": 19,
        "Head": 1,
        "MailboxRead": 4,
        "Ruling": 2,
        "Declared": 4,
        "Opened": 2,
        "Sheet": 4,
        "Evaluated": 3,
        "Secret": 2,
    }
    found = {slug: (len(one.bids), len(one.withdrawn), len(one.late)) for slug, one in closings.items() if one}
    assert found == {
        "buoy-frames": (3, 0, 0),
        "file-names": (3, 0, 0),
        "gate-forecast": (3, 1, 0),
        "table-headers": (4, 0, 1),
    }
    assert closings["ice-photos"] is None
    ruled = {slug: [row.bidder for row in one.bids if row.source == "ruling"] for slug, one in closings.items() if one}
    assert {slug: logins for slug, logins in ruled.items() if logins} == {"buoy-frames": ["northbit"]}


def test_nothing_tells_who_bids_while_bids_are_sealed(demo: Demo) -> None:
    """Neither main nor the log names anybody who bid on what is still open, or holds a word of theirs."""
    with Repo(demo.folder) as repo:
        texts = repo.git.log("main", "receipts", "--patch", "--", "*/ice-photos/*", "receipts.jsonl")
    lines = [line for line in texts.splitlines() if "ice-photos" in line]

    assert lines
    assert [line for line in lines if any(login in line for login in ("lac-numerique", "northbit"))] == []
    assert "Ice never goes back" not in texts


_SAID: Mapping[Language, Sequence[str]] = {
    "en": (
        "Trial: nothing published here commits the government yet.",
        "Played in {folder}: 14 opportunities, 28 bids, 6 awards, 2 ended without one.",
        "See it, and prove it:",
    ),
    "fr": (
        "Essai\u00a0: rien de ce qui est publié ici n’engage encore le gouvernement.",
        "Joué dans {folder}\u00a0: 14 occasions, 28 soumissions, 6 attributions, 2 sans attribution.",
        "À voir, et à vérifier\u00a0:",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("instant", "language"),
    [("2026-11-28T12:00:00-05:00", "fr"), ("2026-12-31T23:30:00-05:00", "en"), ("2027-04-01T03:00:00-04:00", "fr")],
)
def test_plays_on_any_day(tmp_path: Path, capsys: pytest.CaptureFixture[str], instant: str, language: Language) -> None:
    """On a Saturday, in the last hour of a year, in the night before a fiscal year: told, and proved."""
    folder = str(tmp_path / "demo")

    assert run(["--lang", language, "demo", folder, "--now", instant]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [line.format(folder=folder) for line in _SAID[language]]
    assert run(["--root", folder, "check", "--now", instant]) == 0
    assert run(["--root", folder, "verify"]) == 0


def test_refuses_a_folder_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where anything stands; an empty folder will do."""
    (tmp_path / "notes.txt").write_text("mine")

    assert run(["demo", str(tmp_path), "--now", NOW]) == 2
    assert "holds files" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert run(["demo", str(tmp_path / "notes.txt"), "--now", NOW]) == 2
    assert "is no folder" in capsys.readouterr().err
