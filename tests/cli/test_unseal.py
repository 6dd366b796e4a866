"""`board unseal`: after the closing, all at once, by who may, and the same however often it is killed and run again."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.awarding import board
from tests.cli.checking import Ran
from tests.cli.sealed_purchase import closed, keep_key, taken
from tests.sealing import REF, honest, key, opening, other_key, refused_at_opening, sealed_file
from tests.worlds import World, git

from board.adapters import outside
from board.cli import unseal as command
from board.model.reference import closing_tag
from board.state.envelope import write_opening

GUIDES = Path(__file__).parents[2] / "site" / "content"

NOW = "2026-09-28T15:10:00-04:00"
LOGINS = ("atelier-boreal", "mail-1", "maple-works", "northbit")
HONEST = {login: sealed_file(login, honest(login)) for login in LOGINS}
NAMES = {f"{login}.{part}.json" for login in LOGINS for part in ("offer", "answers")}


def unseal(
    capsys: pytest.CaptureFixture[str],
    made: World,
    *words: str,
    by: str = "a-tremblay",
    now: str = NOW,
    folder: str = "dossier",
    lang: str = "en",
) -> Ran:
    """Run ``board unseal`` with folders beside the board."""
    beside = made.root.parent
    keys = ("--keys", str(beside / "keys"), "--folder", str(beside / folder))
    return board(capsys, made.root, "unseal", REF, "--as", by, "--now", now, *keys, *words, lang=lang)


def log(made: World) -> list[dict[str, object]]:
    """The lines of the log."""
    return [json.loads(line) for line in made.git("show", "receipts:receipts.jsonl").splitlines()]


def dossier(made: World, folder: str = "dossier") -> dict[str, bytes]:
    """What stands in the folder."""
    top = made.root.parent / folder
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


@pytest.fixture
def made(tmp_path: Path) -> World:
    """Four honest bids, closed, and the key at hand."""
    keep_key(tmp_path / "keys")
    return closed(tmp_path / "board", HONEST)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_opens_all_at_once(made: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Every plaintext stands outside, one line more in the log, nothing on main; asked again the same."""
    main = made.git("rev-parse", "main")

    first = unseal(capsys, made, lang=lang)
    held, lines = dossier(made), log(made)
    second = unseal(capsys, made, lang=lang, now="2026-09-28T16:00:00-04:00")

    assert (first.code, first.err) == (0, "")
    assert {name.partition("/")[2] for name in held if name.startswith("openings/")} == NAMES
    assert held["openings/northbit.offer.json"] == write_opening(opening("northbit", "offer"))
    assert held["refused.json"] == b"{}\n"
    assert (lines[-1]["kind"], lines[-1]["by"], lines[-1]["at"]) == ("opened", "a-tremblay", "2026-09-28T19:10:00Z")
    assert len(lines) == len(LOGINS) + 2
    assert made.git("log", "-1", "--format=%an", "receipts") == "a-tremblay"
    assert (second.code, dossier(made), log(made)) == (0, held, lines)
    assert len(second.out.splitlines()) == len(first.out.splitlines()) + 1
    assert made.git("rev-parse", "main") == main
    for path in (made.root.parent / "dossier").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_three_lines_of_shell_prove_an_opening(
    made: World, capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str
) -> None:
    """The lines of the guide, with what every machine has, against the bids that were filed before the closing."""
    unseal(capsys, made)
    guide = (GUIDES / lang / "guide" / "how-a-winner-follows.md").read_text("utf-8")
    lines = next(block for block in re.findall(r"```sh\n(.*?)```", guide, re.DOTALL) if "sha256sum" in block)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(made.root), str(clone))
    openings = clone / "opportunities" / REF / "openings"
    shutil.copytree(tmp_path / "dossier" / "openings", openings)

    def run() -> list[str]:
        words = ["sh", "-c", lines.replace("ORG/YEAR/NAME", REF).replace("ORG/ANNÉE/NOM", REF)]
        return subprocess.run(words, cwd=clone, capture_output=True, text=True, check=True).stdout.splitlines()

    assert len(lines.splitlines()) == 3
    assert run() == [f"openings/{name} ok" for name in sorted(NAMES)]
    path = openings / "northbit.offer.json"
    path.write_bytes(path.read_bytes().replace(b"8000.00", b"7000.00"))
    assert [line for line in run() if not line.endswith(" ok")] == ["openings/northbit.offer.json DIFFERS"]


def test_names_each_envelope_that_does_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To officers, by rule; what does not count is not written, and the honest bids are all there."""
    hostile = refused_at_opening("hostile", "northbit")
    named = {f"hostile-{number}": data for number, (data, _) in enumerate(hostile.values(), 1)}
    keep_key(tmp_path / "keys")
    made = closed(tmp_path / "board", {**HONEST, **named, "unreadable": b"price: 1\n"})

    ran = unseal(capsys, made, "--format", "json")

    findings = ran.report["findings"]
    assert (ran.code, ran.report["ok"]) == (0, True)
    assert {(finding["audience"], finding["severity"]) for finding in findings} == {("officers", "warning")}
    assert all(finding["line"] > 0 for finding in findings)
    named_in = {finding["path"].rpartition("/")[2].removesuffix(".yml") for finding in findings}
    assert named_in == set(named)
    assert {name.partition("/")[2] for name in dossier(made) if name.startswith("openings/")} >= NAMES
    refused = json.loads(dossier(made)["refused.json"])
    assert set(refused) == set(named)
    assert (ran.report["bids"], ran.report["whole"]) == (len(HONEST) + len(named) + 1, len(HONEST))
    assert ran.report["written"]
    again = unseal(capsys, made, "--format", "json")
    assert again.report["findings"] == findings


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ({"now": "2026-09-28T14:00:00-04:00"}, ["AWD104", "LOG102"]),
        ({"by": "maple-works"}, ["AWD101"]),
        ({"by": "m-singh"}, ["AWD102"]),
        ({"now": "2026-09-28T14:30:59-04:00"}, ["AWD104"]),
    ],
)
def test_refuses_too_early_and_who_may_not(
    made: World, capsys: pytest.CaptureFixture[str], words: dict[str, str], codes: list[str]
) -> None:
    """Nothing is opened, nothing is written; the near twin is every other test."""
    before = made.git("for-each-ref")

    ran = unseal(capsys, made, "--format", "json", **words)

    assert (ran.code, ran.codes) == (1, codes)
    assert made.git("for-each-ref") == before
    assert not (made.root.parent / "dossier").exists()


def test_refuses_without_a_closing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What counts is fixed before anybody knows what it says."""
    keep_key(tmp_path / "keys")
    made = taken(tmp_path / "board", HONEST)

    assert unseal(capsys, made, "--format", "json").codes == ["LOG201"]


def test_refuses_another_key_and_none(made: World, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """All or nothing: with another key all would seem broken, and the log would say that they were opened."""
    before = made.git("for-each-ref")
    keep_key(tmp_path / "keys", identity=other_key().identity, recipient=other_key().recipient)
    wrong = unseal(capsys, made)
    (tmp_path / "keys" / "dex-mex.2026.keyboard-map.json").unlink()
    none = unseal(capsys, made)

    assert (wrong.code, none.code) == (2, 2)
    assert wrong.err == none.err
    assert "The key that bids are sealed to is not in" in none.err
    assert made.git("for-each-ref") == before
    assert key().identity not in wrong.err + none.err


def test_refuses_a_folder_in_a_repository(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a commit could take the prices along."""
    before = made.git("for-each-ref")

    ran = unseal(capsys, made, folder="board/dossier")

    assert ran.code == 2
    assert "must never get into a repository" in ran.err
    assert made.git("for-each-ref") == before


def test_refuses_a_folder_that_holds_something_else(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the log says anything."""
    openings = made.root.parent / "dossier" / "openings"
    openings.mkdir(parents=True)
    (openings / "other.offer.json").touch()
    before = made.git("for-each-ref")

    assert unseal(capsys, made).code == 2
    assert made.git("for-each-ref") == before
    assert [path.name for path in openings.iterdir()] == ["other.offer.json"]


def test_killed_and_run_again_it_ends_the_same(
    made: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the log, behind it, and in the middle of the folder: the second run ends as an undisturbed one."""

    class KilledError(BaseException):
        pass

    def kill(*_: object) -> None:
        raise KilledError

    def killed(where: object, name: str) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(where, name, kill)
            with pytest.raises(KilledError):
                unseal(capsys, made)

    killed(command, "act")
    assert [line["kind"] for line in log(made)][-1] == "mailbox-read"
    killed(command, "write_folder")
    killed(outside, "put_new")
    killed(command, "write_private")

    assert unseal(capsys, made, now="2026-09-28T17:00:00-04:00").code == 0
    assert [line["kind"] for line in log(made)].count("opened") == 1
    assert {name.partition("/")[2] for name in dossier(made) if name.startswith("openings/")} == NAMES
    assert sorted(path.name for path in (made.root.parent / "dossier").iterdir()) == ["openings", "refused.json"]


def test_refuses_a_closing_that_was_tampered_with(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A bid of record that is not what the closing lists is opened by nobody."""
    name = closing_tag(REF)
    listed = made.git("show", f"{name}:closing.yml").encode() + b"\n"
    files: dict[str | bytes, bytes | None] = {"closing.yml": listed}
    files |= {f"bids/{login}.yml": HONEST["northbit"] for login in LOGINS}
    made.git("tag", "-f", name, made.commit(made.tree(files)))

    ran = unseal(capsys, made)

    assert ran.code == 2
    assert "does not hold the bids that it lists" in ran.err
    assert not (made.root.parent / "dossier").exists()


def test_nobody_bid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder, and the line."""
    keep_key(tmp_path / "keys")
    made = closed(tmp_path / "board", {})

    assert unseal(capsys, made).code == 0
    assert set(dossier(made)) == {"refused.json"}


def test_a_broken_log_is_named(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is added to what does not hold together."""
    text = made.git("show", "receipts:receipts.jsonl").replace("northbit", "southbit")
    made.commit(made.tree({"receipts.jsonl": text.encode() + b"\n"}), branch="receipts")

    assert "LOG101" in unseal(capsys, made, "--format", "json").codes
