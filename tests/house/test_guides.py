"""The guides of the repository name only what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house.prose import TOP, in_markdown
from tests.house.test_english import faults as english_faults
from tests.house.test_french import faults as french_faults

GUIDES = tuple(
    TOP / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", ".github/SETUP.md", ".github/SETUP.fr.md")
)

# The first folder of a path, or a file at the top: what else stands between backticks is a command or a value.
_TOP_LEVEL = r"(?:\.github|\.ci|changelog\.d|opportunities|overrides|schema|scripts|site|tests)/"
_FILES = r"(?:README|CONTRIBUTING|SECURITY|NOTICE)\.md|Makefile|LICENSE|NOTICE|mkdocs\.yml|pyproject\.toml"
_PATH = re.compile(rf"`((?:{_TOP_LEVEL}[^`\s]*|{_FILES}|requirements\.lock|\.importlinter|tests/[^`\s]*))`")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_TARGET = re.compile(r"^make ([a-z]+)|`make ([a-z]+)`", re.MULTILINE)
_COMMAND = re.compile(r"\bboard ([a-z]+)\b")

# What stands in a guide for a name that differs from board to board.
_PLACEHOLDERS = {
    "<family>": "opp",
    "<fault>": "dates_out_of_order",
    "<CODE>": "BID101",
    "NAME": "about",
    "ORG": "dex-mex",
}


def paths(guide: Path) -> Iterator[str]:
    """The paths that a guide names: between backticks, and as links to files."""
    text = guide.read_text("utf-8")
    yield from _PATH.findall(text)
    for found in _LINK.finditer(text):
        target = (found[1] or found[2]).partition("#")[0]
        if target and "://" not in target:
            yield (guide.parent / target).resolve().relative_to(TOP).as_posix()


def missing(named: Iterator[str]) -> list[str]:
    """Those that do not exist; a placeholder stands for one of its kind."""
    return sorted({path for path in named if not (TOP / _filled(path)).exists()})


def _filled(path: str) -> str:
    for placeholder, example in _PLACEHOLDERS.items():
        path = path.replace(placeholder, example)
    return path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_path_exists(guide: Path) -> None:
    """A newcomer who follows a path finds a file or a folder there."""
    assert missing(paths(guide)) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_fragment_is_a_heading(guide: Path) -> None:
    """A link within a guide leads to one of its headings."""
    text = guide.read_text("utf-8")
    headings = {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    headings |= set(re.findall(r'<a (?:id|name)="([^"]+)"', text))

    assert [fragment for fragment in re.findall(r"\]\(#([^)]+)\)", text) if fragment not in headings] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_target_is_in_the_makefile(guide: Path) -> None:
    """`make` knows what a guide asks of it."""
    known = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {found[0] or found[1] for found in _TARGET.findall(guide.read_text("utf-8"))}

    assert sorted(named - known) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_command_is_one(guide: Path) -> None:
    """`board` knows each command that stands between backticks or on a line to be typed, and its module is there."""
    text = guide.read_text("utf-8")
    typed = " ".join(re.findall(r"`board [^`]*`", text)) + " ".join(re.findall(r"^\$ board .*$", text, re.MULTILINE))

    absent = [name for name in _COMMAND.findall(typed) if not (TOP / f"scripts/board/cli/{name}.py").is_file()]
    assert absent == []


def test_a_path_that_is_not_there_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between backticks, as a link and as a picture; what is there, a command and an address are no faults."""
    monkeypatch.setattr("tests.house.test_guides.TOP", tmp_path)
    (tmp_path / "scripts").mkdir()
    (tmp_path / "LICENSE").touch()
    guide = tmp_path / "guide.md"
    guide.write_text(
        "`scripts/gone.py` `scripts/` `board check` `schema: 1` [a](gone.md#x) ![b](gone.png)\n"
        "[c](https://example.ca/d) [e](LICENSE)\n"
    )

    assert missing(paths(guide)) == ["gone.md", "gone.png", "scripts/gone.py"]


def test_the_guides_are_well_set() -> None:
    """English is plain and French has its own typography, on every page that a visitor of the repository reads."""
    security = list(in_markdown(TOP / "SECURITY.md"))
    parting = next(index for index, said in enumerate(security) if "Signaler une faille" in said.text) - 1
    english = [*security[:parting], *in_markdown(TOP / "CONTRIBUTING.md")]

    assert [f"{said.where}: {fault}" for said in english for fault in english_faults(said.text)] == []
    assert [f"{said.where}: {fault}" for said in security[parting:] for fault in french_faults(said.text)] == []


def _anchor(heading: str) -> str:
    """The fragment that the forge gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
