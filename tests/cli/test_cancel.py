"""`board cancel`, as a person runs it and as a program does."""

from pathlib import Path

import pytest
from tests.cli.awarding import board, purchase, said
from tests.worlds import REF

ALT_TEXT = "dex-mex/2026/alt-text"
NOW = "2026-09-16T10:20:00-04:00"
WORDS = ("cancel", ALT_TEXT, "--reason", "no-bid", "--as", "a-tremblay", "--now", NOW)

AGAIN = {
    "en": "Nothing was written. It has ended so already:",
    "fr": "Rien n’a été écrit. L’achat a déjà pris fin ainsi\u00a0:",
}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_what_ended_and_what_happens_next(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Whole, and a second time as a reply that was lost."""
    made = purchase(tmp_path / "board")

    first, second = board(capsys, made.root, *WORDS, lang=lang), board(capsys, made.root, *WORDS, lang=lang)

    assert (first.code, first.out) == (0, said("ended", lang))
    assert (second.code, second.out.splitlines()[1]) == (0, AGAIN[lang])
    assert made.git("rev-list", "--count", "main") == "2"
    assert board(capsys, made.root, "verify").code == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Three bids are there to be counted."""
    made = purchase(tmp_path / "board")

    ran = board(capsys, made.root, "cancel", REF, "--reason", "no-bid", "--as", "a-tremblay", "--now", NOW, lang=lang)

    assert (ran.code, ran.out) == (1, said("end-refused", lang))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_text_is_told_in_the_language_of_who_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """Both stand in the file."""
    made = purchase(tmp_path / "board")
    text = {"en": "The work is done by a colleague.", "fr": "Une collègue fait le travail."}
    words = ("cancel", REF, "--reason", "no-longer-needed", "--as", "a-tremblay", "--now", "2026-09-10T10:00:00-04:00")

    ran = board(capsys, made.root, *words, "--text-en", text["en"], "--text-fr", text["fr"], lang=lang)

    assert ran.code == 0
    assert f"    {text[lang]}" in ran.out.splitlines()
    written = made.git("show", f"main:opportunities/{REF}/cancellation.yml")
    assert all(said in written for said in text.values())


def test_a_program_reads_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report of a check, with the end beside the findings."""
    made = purchase(tmp_path / "board")

    report = board(capsys, made.root, *WORDS, "--format", "json").report

    assert report == {
        "ok": True,
        "findings": [],
        "cancellation": {
            "opportunity": ALT_TEXT,
            "reason": "no-bid",
            "decided_by": "a-tremblay",
            "decided_at": NOW,
            "text": None,
        },
        "written": True,
    }


KEY_FOUND = {"en": "The key was found in a public repository.", "fr": "La clé a été trouvée dans un dépôt public."}


def test_a_key_that_is_found_in_public_ends_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While bids are taken it is cancelled with a text, not without one, and nobody is awarded on it afterwards."""
    ref = "dex-mex/2026/keyboard-map"
    made = purchase(tmp_path / "board")
    words = ("cancel", ref, "--reason", "leak", "--as", "a-tremblay", "--now", "2026-09-28T13:59:59-04:00")
    text = ("--text-en", KEY_FOUND["en"], "--text-fr", KEY_FOUND["fr"])

    untold, told = board(capsys, made.root, *words), board(capsys, made.root, *words, *text)

    assert (untold.code, told.code) == (2, 0), (untold, told)
    late = ("--as", "a-tremblay", "--now", "2026-09-29T09:00:00-04:00", "--format", "json")
    names = [finding["name"] for finding in board(capsys, made.root, "award", ref, *late).report["findings"]]
    assert "award-after-cancellation" in names
    assert board(capsys, made.root, "verify").code == 0
