"""`board next`: what is due is told and nothing written; with --as, what needs no judgement is done."""

from pathlib import Path

import pytest
from tests.cli.awarding import NOW, board, purchase
from tests.cli.sealed_purchase import closed, keep_key
from tests.cli.test_post import BEFORE, made, posting
from tests.cli.test_unseal import HONEST
from tests.hosts import Host
from tests.sealing import REF as SEALED
from tests.sealing import refused_at_opening
from tests.worlds import REF, World, git

__all__ = ["made"]

LATER = "2026-09-28T15:10:00-04:00"

TOLD = {
    "en": [
        "Trial: nothing published here commits the government yet.",
        f"What is due for {REF}:",
        "Award to whom the method selects.",
        "    By: a-tremblay.",
        "    Until: October 15, 2026, 11:59:59\u00a0p.m. EDT.",
        f"    Command: board award {REF} --as a-tremblay",
    ],
    "fr": [
        "Essai\u00a0: rien de ce qui est publié ici n’engage encore le gouvernement.",
        f"Ce qui est à faire pour {REF}\u00a0:",
        "Attribuer au fournisseur que la méthode désigne.",
        "    Par\u00a0: a-tremblay.",
        "    Jusqu’au\u00a0: 15 octobre 2026, 23\u00a0h\u00a059\u00a0min\u00a059\u00a0s HAE.",
        f"    Commande\u00a0: board award {REF} --as a-tremblay",
    ],
}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_what_is_due_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Without --as; the same for somebody whose turn it is not."""
    world = purchase(tmp_path / "board")
    before = git(world.root, "for-each-ref")

    ran = board(capsys, world.root, "next", REF, "--now", NOW, lang=lang)
    other = board(capsys, world.root, "next", REF, "--now", NOW, "--as", "m-singh", lang=lang)

    assert (ran.code, ran.out.splitlines()) == (0, TOLD[lang])
    assert (other.code, other.out) == (0, ran.out)
    assert git(world.root, "for-each-ref") == before


def test_does_it_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The award is that of `board award`; asked again nothing is due."""
    world, words = purchase(tmp_path / "board"), ("next", REF, "--as", "a-tremblay", "--now", NOW)

    ran = board(capsys, world.root, *words)
    main = git(world.root, "rev-parse", "main")
    again = board(capsys, world.root, *words)

    assert (ran.code, ran.out.splitlines()[1]) == (0, "Awarded:")
    assert again.out.splitlines()[1:] == [f"What is due for {REF}:", "Nothing is due: there is an outcome."]
    assert git(world.root, "rev-parse", "main") == main


def test_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the publication and before the closing; nobody is named."""
    world = purchase(tmp_path / "board")

    for now, said in (("2026-09-08T08:00:00-04:00", "publication"), ("2026-09-10T12:00:00-04:00", "closing")):
        ran = board(capsys, world.root, "next", REF, "--as", "a-tremblay", "--now", now)
        assert (ran.code, f"Wait for the {said}" in ran.out, "By:" in ran.out) == (0, True, False)


def test_a_posting_waits_for_its_approver(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """Which a person decides: nothing is merged, and the command is named."""
    posting(made)
    before = made.refs()

    ran = board(capsys, made.root, "next", REF, "--as", "a-tremblay", "--now", BEFORE)

    assert (ran.code, f"    Command: board post {REF} --as a-tremblay" in ran.out) == (0, True)
    assert made.refs() == before
    assert board(capsys, made.root, "next", "dex-mex/2026/nothing", "--now", BEFORE).code == 2


def opened(world: World, capsys: pytest.CaptureFixture[str], *words: str) -> "tuple[int, str, str]":
    """The officer asks for what is next, with key and folder beside the board."""
    beside = world.root.parent
    kept = ("--keys", str(beside / "keys"), "--now", LATER)
    ran = board(capsys, world.root, "next", SEALED, "--as", "a-tremblay", *kept, *words)
    return ran.code, ran.out, ran.err


@pytest.fixture
def sealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> World:
    """A bid that does not count among honest ones, closed, and somebody who evaluates."""
    keep_key(tmp_path / "keys")
    hostile, _ = next(iter(refused_at_opening("hostile", "northbit").values()))
    world = closed(tmp_path / "board", {**HONEST, "hostile": hostile})
    words = ("next", SEALED, "--as", "m-singh", "--declare", "none", "--now", "2026-09-28T15:00:00-04:00")
    assert board(capsys, world.root, *words).code == 0
    return world


def test_goes_by_what_is_done_and_not_by_an_exit_code(sealed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Bids are opened although one does not count: that is told, and the next step is somebody else's."""
    folder = sealed.root.parent / "folder"

    code, out, _ = opened(sealed, capsys, "--folder", str(folder))

    assert code == 0
    assert "Fill in the sheet and hand it in" in out
    assert (folder / "sheets" / "m-singh.yml").is_file()
    assert "LOG2" in out


def test_says_what_it_lacks(sealed: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, a key, and whose word it is; nothing is written."""
    before = git(sealed.root, "for-each-ref")
    assert "name its folder with --folder" in opened(sealed, capsys)[2]
    (sealed.root.parent / "keys" / "dex-mex.2026.keyboard-map.json").unlink()
    assert opened(sealed, capsys, "--folder", str(sealed.root.parent / "folder"))[0] == 2
    assert board(capsys, sealed.root, "next", SEALED, "--done").code == 2
    assert board(capsys, sealed.root, "next", SEALED, "--declare", "none", lang="fr").err.startswith("--declare et")
    assert git(sealed.root, "for-each-ref") == before


def test_a_refused_step_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the findings of its own act, once, and with its exit code."""
    world = purchase(tmp_path / "board")

    ran = board(capsys, world.root, "next", REF, "--as", "a-tremblay", "--now", "2026-10-20T10:00:00-04:00")

    assert (ran.code, ran.out.count("Bids were open until"), "What is due" in ran.out) == (1, 1, True)
