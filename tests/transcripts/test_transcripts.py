"""The transcripts of the guide are what the program says today, and no line of them is left unplayed."""

import re
from pathlib import Path

import pytest
from tests.transcripts.masks import comparable, masked
from tests.transcripts.page import commands, steps
from tests.transcripts.pages import PAGES, path_of
from tests.transcripts.playing import play
from tests.transcripts.rewriting import played_anew

from board.core.text import LANGUAGES, Language
from board.state.demands import DEMANDS

_FENCE = re.compile(r"^```(?:console|yaml)$", re.MULTILINE)
_GUIDES = ("owners", "suppliers")
_BEGUN = (
    *("board keys", "board new opportunity", "board post", "board new bid", "git push", "board next"),
    *("git clone", "board verify"),
)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_program_says(name: str, language: Language, tmp_path: Path) -> None:
    """Its commands, typed on a real host in the order of the page, give its answers, and every block is played.

    Where the program has changed on purpose: `make transcripts`, and read the difference.
    """
    text = path_of(name, language).read_text("utf-8")

    for step, inside in play(text, tmp_path, language, name):
        assert comparable(step, inside) == comparable(step, step.lines), f"{name}, {step.who}, {step.at}"

    assert len(steps(text)) == len(_FENCE.findall(text))


def test_a_play_that_breaks_off_shows_where(tmp_path: Path) -> None:
    """What was played till then is written, with the rest as it was; a page whose ids alone differ is left alone."""
    page = tmp_path / "page.md"
    step = "*m-singh · 2026-09-08 09:10*\n\n```console\n$ echo said\n```\n"
    file = "*m-singh · 2026-09-08 09:20 · `/srv/none.yml`*\n\n```yaml\nschema: 1\n```\n"
    page.write_text(f"{step}{file}{step}", "utf-8")

    said, to_its_end = played_anew(page, "en")

    told = step.replace("said\n", "said\nsaid\n", 1)
    assert said.startswith("written; broke off after 1 steps: ")
    assert (to_its_end, page.read_text("utf-8")) == (False, f"{told}{file}{step}")
    page.write_text(step, "utf-8")
    assert (played_anew(page, "en"), page.read_text("utf-8")) == (("written", True), told)
    page.write_text(told.replace("echo said\nsaid", "echo 0a1b2c3d\n4e5f6a7b"), "utf-8")
    assert played_anew(page, "en") == ("as before", True)
    assert "4e5f6a7b" in page.read_text("utf-8")


def test_what_somebody_typed_is_never_lost(tmp_path: Path) -> None:
    """A block that answers what nobody asks any more stays as it is, and another is written."""
    page = tmp_path / "page.md"
    answered = "*m-singh · 2026-09-08 09:10*\n\n```console\n$ board help\n1 of 1. What?\n> This\n```\n"
    marked = _SHEET.format(result="pass")
    made = "*m-singh · 2026-09-08 09:15*\n\n```console\n$ echo 'bids: []' > /srv/x.yml\n$ echo said\n```\n"
    page.write_text(f"{made}{answered}{marked}", "utf-8")

    said = "written; nobody asks any more for This; nobody asks any more for m1 pass"
    assert played_anew(page, "en") == (said, False)
    told = made.replace("echo said\n", "echo said\nsaid\n")
    assert page.read_text("utf-8") == f"{told}{answered}{marked}"
    empty = _SHEET.format(result='""')
    page.write_text(f"{told}{answered.replace('> This', '>')}{empty}", "utf-8")
    assert played_anew(page, "en") == ("written", True)
    assert "bids: []" in page.read_text("utf-8").splitlines()


_SHEET = """\
*m-singh · 2026-09-08 09:20 · `/srv/x.yml`*

```yaml
bids:
  - label: "A"
      - criterion: "m1"
        result: {result}
```
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_has_its_page(language: Language) -> None:
    """One whole purchase a method: posted, bid on by push, awarded, proved in a clone, and led to from both guides."""
    assert set(PAGES) == {f"purchase-{method}" for method in DEMANDS}
    for name in PAGES:
        typed = [
            command.text for step in steps(path_of(name, language).read_text("utf-8")) for command in commands(step)
        ]
        for begun in _BEGUN:
            assert any(text.startswith(begun) for text in typed), (name, begun)
        for guide in _GUIDES:
            assert f"({name}.md" in path_of(guide, language).read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_play_the_same(language: Language) -> None:
    """The pages of a method differ in their language alone: who types what and when is the same."""

    def told(name: str, spoken: Language) -> list[tuple[str, object, str, list[str]]]:
        return [
            (step.who, step.at, step.path, [_spoken(command.text) for command in commands(step)])
            for step in steps(path_of(name, spoken).read_text("utf-8"))
        ]

    assert [told(name, language) for name in PAGES] == [told(name, "en") for name in PAGES]


def _spoken(text: str) -> str:
    """A command without the language that it asks for, and without keys and digests."""
    return masked([text.replace(" -o lang=fr", "")])[0]
