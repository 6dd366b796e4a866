"""`board new` without a terminal: the file to fill in, and what is refused before anything is written."""

import os
import sys
from pathlib import Path

import pytest
from tests.boards import settings, specimen, specimen_board
from tests.worlds import REF, git, open_board_files, work_tree, write

from board.adapters.chance import four_digits
from board.adapters.key_store import kept
from board.adapters.keys import generate
from board.cli import new as command
from board.cli.main import run
from board.core.text import LANGUAGES, Language, Text
from board.render.bid_form import bid_form
from board.render.sending import sending

NOW = ("--now", "2026-09-10T09:00:00-04:00")
BID = f"opportunities/{REF}/bids/maple-works.yml"
NEW = "opportunities/dex-mex/2026/new/opportunity.yml"
TRIAL = "Trial: nothing published here commits the government yet.\n"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The specimen, still open, as a plain folder."""
    write(tmp_path, open_board_files())
    return tmp_path


def new(board: Path, *words: str, language: Language = "en") -> int:
    """The exit code."""
    return run(["--root", str(board), "--lang", language, "new", *words])


def paths(board: Path) -> set[str]:
    """Every file."""
    return {path.relative_to(board).as_posix() for path in board.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bid(board: Path, capsys: pytest.CaptureFixture[str], language: Language) -> None:
    """One file is written, the form of that opportunity; then the lines to send it are told."""
    before = paths(board)

    assert new(board, "bid", REF, "--as", "Maple-Works:901001", *NOW, language=language) == 0

    assert paths(board) - before == {BID}
    expected = bid_form(specimen(), settings(specimen_board()), language, "maple-works")
    assert (board / BID).read_text("utf-8") == expected
    said = capsys.readouterr().out.splitlines()
    assert said[1] == Text(f"Written: {BID}", f"Écrit\u00a0: {BID}")[language]
    assert said[2:] == list(sending(specimen(), settings(specimen_board()), "maple-works", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bid_by_mail(
    board: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    """It gets a number that nobody here has, which is told; only the mailbox is named."""
    write(board, {f"opportunities/{REF}/bids/mail-4000.yml": b"taken\n"})
    monkeypatch.setattr(command, "four_digits", iter([4000, 4711]).__next__)

    assert new(board, "bid", REF, "--as", "mail", *NOW, language=language) == 0

    text = (board / f"opportunities/{REF}/bids/mail-4711.yml").read_text("utf-8")
    assert text == bid_form(specimen(), settings(specimen_board()), language, "mail-4711")
    said = capsys.readouterr().out
    assert said.splitlines()[2:] == list(sending(specimen(), settings(specimen_board()), "mail-4711", language))
    assert ("mail-4711" in said, "git push" in said) == (True, False)


def test_a_bid_whose_branch_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is switched to, and not made a second time."""
    work_tree(tmp_path / "board", open_board_files())
    branch = f"bids/maple-works/{REF}"
    git(tmp_path / "board", "branch", branch)

    assert new(tmp_path / "board", "bid", REF, "--as", "maple-works", *NOW) == 0
    assert f"\n    git switch {branch}\n" in capsys.readouterr().out
    assert new(tmp_path / "board", "bid", REF, "--as", "northbit", *NOW) == 0
    assert f"\n    git switch -c bids/northbit/{REF}\n" in capsys.readouterr().out


def test_a_number_has_four_digits() -> None:
    """Whatever the machine gives."""
    assert all(1000 <= four_digits() <= 9999 for _ in range(200))


def test_a_bid_by_mail_in_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number whose branch is here is taken."""
    work_tree(tmp_path / "board", open_board_files())
    git(tmp_path / "board", "branch", f"bids/mail-4000/{REF}")
    monkeypatch.setattr(command, "four_digits", iter([4000, 4711]).__next__)

    assert new(tmp_path / "board", "bid", REF, "--as", "mail", *NOW) == 0

    assert (tmp_path / "board" / f"opportunities/{REF}/bids/mail-4711.yml").is_file()


def test_an_opportunity(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file is written, bids are sealed, and the line that makes the key is told with what to do next."""
    before = paths(board)

    assert new(board, "opportunity", "dex-mex/2026/new", *NOW) == 0

    assert paths(board) - before == {NEW}
    assert capsys.readouterr().out == (
        f"{TRIAL}Written: {NEW}\n"
        "What these lines print is still to be pasted in opportunities/dex-mex/2026/new; each person named types "
        "theirs on a machine of their own:\n"
        "    board keys dex-mex/2026/new --as a-tremblay\n"
        "Bids are sealed, as is usual. Where rivals may read prices as they are sent, write public in its place, and "
        "no key is needed.\n"
        f"Fill in what is empty, then run: board check {NEW}\n"
    )
    text = (board / NEW).read_text("utf-8")
    assert 'published_at: "2026-09-10T10:00:00-04:00"' in text
    assert 'bids: "sealed"' in text


def test_an_opportunity_whose_bids_are_public(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The near twin: no key is asked for."""
    assert new(board, "opportunity", "dex-mex/2026/new", "--bids", "public", *NOW) == 0

    assert capsys.readouterr().out == f"{TRIAL}Written: {NEW}\nFill in what is empty, then run: board check {NEW}\n"
    assert 'bids: "public"' in (board / NEW).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ((), ["a-tremblay", "m-singh"]),
        (("--commit", f"a-tremblay:{'6b' * 32}"), ["a-tremblay", "m-singh"]),
        (("--bids", "public", "--commit", f"a-tremblay:{'6b' * 32}"), ["m-singh"]),
        (("--commit", f"a-tremblay:{'6b' * 32}", "--commit", f"m-singh:{'6c' * 32}"), ["a-tremblay"]),
        (("--recipient", f"{generate().recipient}:a-tremblay", "--commit", f"m-singh:{'6c' * 32}"), ["a-tremblay"]),
    ],
)
def test_what_a_draw_still_lacks(
    board: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], lines: list[str]
) -> None:
    """Who keeps the key, and who of two roles has not promised yet, each with the line to type."""
    assert new(board, "opportunity", "dex-mex/2026/new", "--method", "fixed-price-draw", *words, *NOW) == 0

    typed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    assert typed == [f"    board keys dex-mex/2026/new --as {login}" for login in lines]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bid", REF), "Say whose bid it is: --as LOGIN\n"),
        (("bid", REF, "--as", "a/b"), "a/b is no login: small letters, digits and hyphens\n"),
        (("bid", "dex-mex/2026/nothing", "--as", "a"), "This board has no valid opportunity dex-mex/2026/nothing"),
        (("bid", "nothing", "--as", "a"), "This board has no valid opportunity nothing"),
        (("bid", "dex-mex/2026/alt-text", "--as", "a"), "dex-mex/2026/alt-text ended without an award"),
        (("opportunity", REF), f"opportunities/{REF}/opportunity.yml is there already; nothing was written\n"),
        (("opportunity", "dex-mex/2026/new", "--as", "maple-works"), "“maple-works” is nobody of dex-mex"),
        (("opportunity", "dex-mex/2026/new", "--method", "reverse-auction"), "policy.yml does not allow the method"),
        (("opportunity", "dex-mex/2026/new", "--commit", "m-singh:6b"), "“m-singh:6b” is no promise to a draw"),
        (("opportunity", "dex-mex/2026/new", "--recipient", "age1:x"), "“age1:x” is no public"),
        (("opportunity", "dex-mex/2026/new", "--bids", "public", "--recipient", "age1:x"), "--recipient goes with"),
        (("opportunity", "dex-mex/2026/new", "--bids", "sealed", "--recipient", "age1:x"), "“age1:x” is no public"),
        (("bid", REF, "--as", "maple-works", "--bids", "sealed"), "--bids belongs to new opportunity"),
        (("opportunity", "dex-mex/2025/new"), "It would be posted in 2026: write dex-mex/2026/new\n"),
    ],
)
def test_refuses(board: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    """Exit code 2, one sentence, and no file."""
    before = paths(board)

    assert new(board, *words, *NOW) == 2

    assert capsys.readouterr().err.startswith(said)
    assert paths(board) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sealed_draw(
    board: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    """What was pasted stands in both files, with the promise of who writes, which is the same when asked again.

    Who writes is also told how to send it.
    """
    keys, recipient = tmp_path_factory.mktemp("keys"), generate().recipient
    pasted = ("--commit", f"a-tremblay:{'6b' * 32}", "--recipient", f"{recipient}:a-tremblay")
    words = ("--method", "fixed-price-draw", "--bids", "sealed", "--as", "m-singh", "--keys", str(keys), *pasted)

    assert new(board, "opportunity", "dex-mex/2026/new", *words, *NOW, language=language) == 0

    author = '-c user.name="m-singh" -c user.email="m-singh@users.noreply.board.invalid"'
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "    git add opportunities/dex-mex/2026/new",
        f'    git {author} commit -m "Post dex-mex/2026/new"',
        "    git push origin HEAD:refs/heads/posts/m-singh/dex-mex/2026/new",
    ]
    mine = kept(keys, "dex-mex/2026/new", "m-singh")
    assert mine
    text = (board / NEW).read_text("utf-8")
    for who, digest in (("m-singh", mine.commitment(1)), ("a-tremblay", "6b" * 32)):
        assert f'    - by: "{who}"\n      sha256: "{digest}"\n' in text
    assert 'basis: "fixed"' in text
    assert 'bids: "sealed"' in text
    sealing = (board / NEW).with_name("sealing.yml").read_text("utf-8")
    assert f'schema: 1\nkeeper: "a-tremblay"\nrecipient: "{recipient}"\n' in sealing
    (board / NEW).unlink()
    assert new(board, "opportunity", "dex-mex/2026/new", *words, *NOW) == 2, "sealing.yml is there already"
    (board / NEW).with_name("sealing.yml").unlink()
    assert new(board, "opportunity", "dex-mex/2026/new", *words, *NOW, language=language) == 0
    assert (board / NEW).read_text("utf-8") == text


def test_refuses_to_overwrite_a_bid(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody wrote stays as it is."""
    write(board, {BID: b"mine\n"})

    assert new(board, "bid", REF, "--as", "maple-works", *NOW, language="fr") == 2

    assert capsys.readouterr().err == f"{BID} existe déjà\u202f; rien n’a été écrit\n"
    assert (board / BID).read_bytes() == b"mine\n"


def test_refuses_a_link_out_of_the_board(board: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that leads elsewhere is not followed; the near twin, a link within the board, is."""
    outside = tmp_path_factory.mktemp("outside")
    folder = board / "opportunities" / REF / "bids"
    folder.symlink_to(outside)
    assert new(board, "bid", REF, "--as", "maple-works", *NOW) == 2
    assert list(outside.iterdir()) == []

    folder.unlink()
    (board / "elsewhere").mkdir()
    folder.symlink_to(board / "elsewhere")
    assert new(board, "bid", REF, "--as", "maple-works", *NOW) == 0


def test_refuses_a_dangling_link_of_that_name(board: Path) -> None:
    """A link to nothing is something that stands there."""
    (board / "opportunities" / REF / "bids").mkdir()
    (board / BID).symlink_to(board / "nowhere.yml")

    assert new(board, "bid", REF, "--as", "maple-works", *NOW) == 2
    assert not (board / "nowhere.yml").exists()


def test_a_folder_that_is_no_board(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what is missing."""
    assert new(tmp_path, "opportunity", "dex-mex/2026/new", *NOW) == 2
    assert new(tmp_path, "bid", REF, "--as", "maple-works", *NOW) == 2

    assert capsys.readouterr().err.count("This folder has no valid board.yml and policy.yml: run board check\n") == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_asked_of_a_pipe(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal standard input is not read at all."""
    read, write_end = os.pipe()
    os.write(write_end, b"Typed by nobody\n")
    os.close(write_end)
    with os.fdopen(read) as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)
        assert new(board, "opportunity", "dex-mex/2026/new", *NOW) == 0
        assert new(board, "bid", REF, *NOW) == 2
        assert pipe.read() == "Typed by nobody\n"
