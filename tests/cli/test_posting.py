"""A board is begun, an opportunity and a bid are typed in at a real terminal, and both pass the check."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.worlds import git

from board.cli.main import run

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
REF = "dex-mex/2026/date-filter"
POSTED = "2026-09-08T08:12:00-04:00"
OPEN = "2026-09-10T09:00:00-04:00"
REQUEST = f"opportunities/{REF}/opportunity.yml"
SEALING = f"opportunities/{REF}/sealing.yml"
BID = f"opportunities/{REF}/bids/maple-works.yml"

POSTING = ("new", "opportunity", REF, "--bids", "public", "--now", POSTED)
OWNER = (
    "Fix the date filter of the statistics viewer",
    "Corriger le filtre de dates de la visionneuse de statistiques",
    "Our viewer drops the last day of a range. Fix the filter and prove it with tests.",
    "Notre visionneuse omet le dernier jour d’une période. Corrigez le filtre et démontrez-le par des essais.",
    "When somebody picks a range, the last day is missing in March and November.",
    "Lorsqu’on choisit une période, le dernier jour manque en mars et en novembre.",
    "A pull request that fixes the filter",
    "Une demande (pull request) qui corrige le filtre",
    "",
    "",
    "cheap",
    "$2,400",
    "on",
    "Where is the fault, and how will you show that it is gone?",
    "Où se trouve l’erreur, et comment démontrerez-vous qu’elle a disparu?",
    "",
    "",
    "New tests fail before the change and pass after it.",
    "De nouveaux essais échouent avant la modification et réussissent après.",
    "",
    "",
    "y",
    "2026-09-25",
    "",
)
SUPPLIER = (
    "@Maple-Works",
    "1 950,00 $",
    "Érable numérique",
    "oui",
    "non",
    "o",
    "La fin de la période est comparée en heure locale. Je comparerai des jours.",
)


def typed(board: Path, lines: Sequence[str], *words: str) -> tuple[int, str]:
    """Exit code and everything that a terminal shows when a person types *lines*, each when it is asked for."""
    outer, inner = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SCRIPTS), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "board", "--root", str(board), *words],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=environment,
    )
    os.close(inner)
    shown, left = b"", iter(lines)
    for piece in _pieces(outer):
        shown += piece
        if shown.endswith(b"> "):
            os.write(outer, f"{next(left)}\n".encode())
    os.close(outer)
    assert next(left, None) is None, "not everything was asked for"
    return process.wait(timeout=60), shown.decode("utf-8").replace("\r\n", "\n")


def _pieces(outer: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(outer, 4096)
        except OSError:  # Linux says so when the other end is closed
            return
        if not piece:
            return
        yield piece


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board that was just begun."""
    words = ("--org", "dex-mex", "--owner", "m-singh", "--officer", "a-tremblay", "--now", POSTED)
    assert run(["init", str(tmp_path / "board"), *words]) == 0
    return tmp_path / "board"


def test_from_nothing_to_a_bid(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the two people typed is what the files say, and the check finds nothing to mend."""
    code, shown = typed(board, OWNER, *POSTING)
    assert code == 0, shown
    assert "11 of 11. " in shown
    assert "An amount, such as 2400.00" in shown
    assert run(["--root", str(board), "check", REQUEST, "--now", POSTED]) == 0, capsys.readouterr().out
    git(board, "add", "-A")
    git(board, "-c", "user.name=m-singh", "-c", "user.email=m-singh@users.noreply.x", "commit", "-qm", "Post it")

    code, shown = typed(board, SUPPLIER, "--lang", "fr", "new", "bid", REF, "--now", OPEN)
    assert code == 0, shown
    assert shown.index("vos rivaux pourront lire") < shown.index("1 de 1. ")
    assert "6 de 6. " in shown
    assert f"Écrit\u00a0: {BID}" in shown
    assert run(["--root", str(board), "check", BID, "--now", OPEN]) == 0, capsys.readouterr().out
    text = (board / BID).read_text("utf-8")
    for line in ('bidder: "maple-works"', 'price: "1950.00"', "registered_for_tax: true", "publish_answers: false"):
        assert line in text


def test_an_answer_passed_over_is_named_by_the_check(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing French title refuses the file, and its line is told."""
    code, shown = typed(board, (OWNER[0], "", *OWNER[2:]), "new", "opportunity", REF, "--now", POSTED)
    assert code == 0, shown
    missing = (board / REQUEST).read_text("utf-8").splitlines().index('  fr: ""') + 1
    capsys.readouterr()

    assert run(["--root", str(board), "check", REQUEST, "--now", POSTED]) == 1

    assert f"{REQUEST}:{missing}:" in capsys.readouterr().out


def test_a_terminal_that_is_closed(board: Path) -> None:
    """End of input in the middle writes nothing."""
    code, shown = typed(board, (OWNER[0], "\x04"), "new", "opportunity", REF, "--now", POSTED)

    assert code == 2
    assert "Stopped; nothing was written." in shown
    assert not (board / REQUEST).exists()


def test_everything_that_is_empty_is_named(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unfilled file does not pass: the check tells the line of each thing that is missing, and of nothing else."""
    assert run(["--root", str(board), "new", "opportunity", REF, "--now", POSTED]) == 0
    assert empty_lines(board / REQUEST) == named_lines(board, REQUEST, POSTED, capsys)


def test_what_is_to_be_pasted_is_all_that_a_sealed_request_lacks(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Filled in, it is refused with the line that makes the key; with what that prints the check finds nothing."""
    assert typed(board, OWNER, "new", "opportunity", REF, "--now", POSTED)[0] == 0
    line = f"board keys {REF} --as a-tremblay"
    words = ("--root", str(board), "check", REQUEST, "--now", POSTED)

    assert run([*words, "--format", "json"]) == 1
    (lacking,) = json.loads(capsys.readouterr().out)["findings"]
    assert run(["--root", str(board), *line.split()[1:], "--keys", str(board.parent / "keys"), "--now", POSTED]) == 0
    printed = capsys.readouterr().out.splitlines()
    start = printed.index(f"For {SEALING}, a file of its own:") + 1
    (board / SEALING).write_text("\n".join(printed[start : start + 3]) + "\n", "utf-8")

    assert (lacking["code"], lacking["path"]) == ("OPP144", REQUEST)
    assert all(line in lacking["fix"][language] for language in ("en", "fr"))
    assert run(words) == 0, capsys.readouterr().out


def test_everything_that_is_empty_in_a_bid_is_named(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same of a bid, whose login and fixed words are filled in."""
    assert typed(board, OWNER, *POSTING)[0] == 0
    assert run(["--root", str(board), "new", "bid", REF, "--as", "maple-works", "--now", OPEN]) == 0
    assert empty_lines(board / BID) == named_lines(board, BID, OPEN, capsys)


def empty_lines(file: Path) -> set[int]:
    """Lines on which something is to be filled in."""
    return {number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if line.endswith(': ""')}


def named_lines(board: Path, path: str, now: str, capsys: pytest.CaptureFixture[str]) -> set[int]:
    """Lines that the check, which refuses, finds something on."""
    capsys.readouterr()
    assert run(["--root", str(board), "check", path, "--now", now]) == 1
    said = capsys.readouterr().out.splitlines()
    return {int(line.split(":")[1]) for line in said if line.startswith(path)}
