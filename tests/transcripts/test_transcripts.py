"""The transcripts of the guide are what the program says today, and no line of them is left unplayed."""

import re
from pathlib import Path

import pytest
from tests.transcripts.masks import in_one_order, masked
from tests.transcripts.page import Step, commands, steps
from tests.transcripts.pages import PAGES, path_of
from tests.transcripts.playing import play

from board.core.text import LANGUAGES, Language
from board.state.demands import DEMANDS

_FENCE = re.compile(r"^```(?:console|yaml)$", re.MULTILINE)
_GUIDES = ("owners", "suppliers")
_BEGUN = (
    *("board keys", "board new opportunity", "board post", "board new bid", "git push", "board next"),
    *("git clone", "board verify"),
)


def comparable(step: Step, inside: list[str]) -> list[str]:
    """What stands inside a fence, without what differs from play to play."""
    return list(in_one_order(inside) if step.path else masked(inside))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_program_says(name: str, language: Language, tmp_path: Path) -> None:
    """Its commands, typed on a real host in the order of the page, give its answers, and every block is played.

    Where the program has changed on purpose: `make transcripts`, and read the difference.
    """
    text = path_of(name, language).read_text("utf-8")

    for step, inside in play(text, tmp_path, language, name):
        assert comparable(step, list(inside)) == comparable(step, list(step.lines)), f"{name}, {step.who}, {step.at}"

    assert len(steps(text)) == len(_FENCE.findall(text))


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
