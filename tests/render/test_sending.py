"""How a bid is sent: lines of plain Git that can be pasted, and the mailbox."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.boards import settings, specimen, specimen_board

from board.core.text import LANGUAGES, Language
from board.model.board import Repository
from board.render.sending import clone_lines, sending

EXPECTED = Path(__file__).parent / "expected"


def lines(language: Language) -> list[str]:
    """What `new bid` prints."""
    return list(sending(specimen(), settings(specimen_board()), "maple-works", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole(language: Language) -> None:
    """Branch, path, an address that is nobody's mailbox, and the other way in."""
    assert "\n".join(lines(language)) + "\n" == (EXPECTED / f"sending.{language}.txt").read_text("utf-8")


def test_both_languages_have_the_same_commands() -> None:
    """Words differ, what is typed does not."""
    commands = [[line for line in lines(language) if line.startswith("    ")] for language in LANGUAGES]

    assert len(commands[0]) == 5
    assert commands[0] == commands[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sealed_bid_is_sealed_first(language: Language) -> None:
    """Before it is added to a commit, and before it is sent by mail; nothing else differs."""
    ref = "dex-mex/2026/keyboard-map"
    told = list(sending(specimen(ref), settings(specimen_board()), "maple-works", language))
    command = f"board seal opportunities/{ref}/bids/maple-works.yml"

    assert told.index(f"    {command}") < next(n for n, line in enumerate(told) if line.startswith("    git add"))
    assert command in told[-1]
    assert len(told) == len(lines(language)) + 1


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://example.invalid/dex-mex/board", "board"),
        ("ssh://git@example.invalid/srv/board.git", "board"),
        ("https://example.invalid/dex-mex/board.2026", "board.2026"),
    ],
)
def test_the_folder_is_the_one_that_git_makes(address: str, folder: str) -> None:
    """It has the last name of the address, without the ending of a bare repository."""
    kept = replace(settings(specimen_board()), repository=Repository("git", address, "main"))

    assert clone_lines(kept) == (f"git clone {address}", f"cd {folder}")
    assert clone_lines(replace(kept, repository=None)) == ()
