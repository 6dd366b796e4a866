"""`board keys`: what is kept outside, and the lines that are pasted."""

import json
from pathlib import Path

import pytest
from tests.cli.awarding import ORGANIZATION, board, files
from tests.cli.checking import Ran
from tests.worlds import World, git, work_tree, world

from board.core.text import LANGUAGES

REF = "dex-mex/2026/keyboard-map"
NEW = "dex-mex/2026/not-written-yet"
NOW = "2026-09-10T09:00:00-04:00"
FILE = "dex-mex.2026.not-written-yet.json"


@pytest.fixture
def made(tmp_path: Path) -> World:
    """The specimen as a bare repository."""
    return world(tmp_path / "board", files())


def keys(
    capsys: pytest.CaptureFixture[str], made: World, folder: Path, *words: str, by: str = "a-tremblay", ref: str = NEW
) -> Ran:
    """Run ``board keys`` with a folder of its own."""
    return board(capsys, made.root, "keys", ref, "--as", by, "--keys", str(folder), "--now", NOW, *words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_officer_keeps_key_and_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World, language: str
) -> None:
    """Both sets of lines, before the request is written; a second time the very same."""
    before = made.git("for-each-ref")
    words = ("keys", NEW, "--as", "a-tremblay", "--keys", str(tmp_path / "k"), "--now", NOW)

    first, second = (board(capsys, made.root, *words, lang=language) for _ in range(2))

    kept = json.loads((tmp_path / "k" / FILE).read_bytes())
    assert (first.code, first.err) == (0, "")
    assert second.out == first.out
    lines = first.out.splitlines()
    assert lines[4:7] == ["    schema: 1", '    keeper: "a-tremblay"', f'    recipient: "{kept["recipient"]}"']
    assert lines[8] == '    - by: "a-tremblay"'
    assert lines[9].startswith('      sha256: "')
    digest = lines[9].split('"')[1]
    assert lines[11:] == [
        f"    board new opportunity {NEW} --recipient {kept['recipient']}:a-tremblay --commit a-tremblay:{digest}"
    ]
    assert lines[3].count(f"opportunities/{NEW}/sealing.yml") == 1
    assert kept["identity"] not in first.out
    assert kept["secrets"]["1"] not in first.out
    assert made.git("for-each-ref") == before


def test_the_owner_keeps_a_secret_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World) -> None:
    """Who evaluates never holds the key."""
    ran = keys(capsys, made, tmp_path / "k", "--format", "json", by="m-singh")

    kept = json.loads((tmp_path / "k" / FILE).read_bytes())
    said = json.loads(ran.out)
    assert (kept["identity"], kept["recipient"]) == ("", "")
    assert said["sealing"] is None
    assert (said["commitment"]["by"], said["commitment"]["draw"]) == ("m-singh", 1)
    assert said["ok"]


def test_a_draw_held_again_takes_another_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World
) -> None:
    """With its own number; the first stays."""
    one, two = (json.loads(keys(capsys, made, tmp_path, "--format", "json", *w).out) for w in ((), ("--draw", "2")))

    assert one["sealing"] == two["sealing"]
    assert one["commitment"]["sha256"] != two["commitment"]["sha256"]
    assert sorted(json.loads((tmp_path / FILE).read_bytes())["secrets"]) == ["1", "2"]


@pytest.mark.parametrize("who", ["maple-works", "m-singh"])
def test_refuses_who_answers_for_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], who: str) -> None:
    """A stranger, and somebody whose delegation names other acts alone."""
    other = files()
    other[ORGANIZATION] = other[ORGANIZATION].replace(
        b'["post", "amend", "answer", "evaluate", "accept"]', b'["accept"]'
    )
    ran = keys(capsys, world(tmp_path / "board", other), tmp_path / "k", "--format", "json", by=who)

    assert ran.code == 1
    assert ran.codes == ["AWD101" if who == "maple-works" else "AWD102"]
    assert not (tmp_path / "k").exists()


def test_refuses_a_folder_in_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World) -> None:
    """By name: in this repository, and in a work tree of another."""
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")

    for folder in (made.root / "keys", other / "deep" / "keys"):
        ran = keys(capsys, made, folder)
        assert ran.code == 2
        assert str(folder) in ran.err
        assert not folder.exists()


def test_refuses_another_folder_once_the_key_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World
) -> None:
    """A new key would open nothing, so none is made in silence."""
    ran = keys(capsys, made, tmp_path / "empty", ref=REF)

    assert ran.code == 2
    assert ran.err.startswith("Main names a key or a promise of yours that is not in ")
    assert not (tmp_path / "empty").exists()


def test_refuses_a_file_that_others_may_read(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: World) -> None:
    """With what to do; the keys of another person are not given out either."""
    keys(capsys, made, tmp_path / "k")
    assert keys(capsys, made, tmp_path / "k", by="m-singh").err.endswith("Name a folder of your own with --keys.\n")
    (tmp_path / "k" / FILE).chmod(0o644)

    ran = keys(capsys, made, tmp_path / "k")

    assert ran.code == 2
    assert "chmod 600" in ran.err


def test_a_folder_that_is_no_board(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what is missing."""
    empty = work_tree(tmp_path / "board", {"a": b""})

    ran = board(capsys, empty, "keys", NEW, "--as", "a-tremblay", "--keys", str(tmp_path / "k"))

    assert (ran.code, ran.err) == (2, "Main holds no board.\n")
