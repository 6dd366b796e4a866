"""What GitHub shows people before they write: templates, forms, the page of the set-up; in both languages."""

import re
from pathlib import Path

import pytest
import yaml
from tests.github.workflows import TOP
from tests.house.prose import in_markdown
from tests.house.test_english import faults as english_faults
from tests.house.test_french import faults as french_faults

from board.core.text import LANGUAGES, Language
from board.render import bid_form
from board.render.trial import TRIAL

GITHUB = TOP / ".github"
TEMPLATE = GITHUB / "pull_request_template.md"
AWARD = GITHUB / "PULL_REQUEST_TEMPLATE" / "award.md"
QUESTION = GITHUB / "ISSUE_TEMPLATE" / "question.yml"
NOTICE = (bid_form._RIVALS, bid_form._PUBLIC)


@pytest.mark.parametrize("path", [TEMPLATE, AWARD], ids=lambda path: path.name)
def test_a_template_begins_with_the_trial(path: Path) -> None:
    """The first thing on every page and message of a trial board, in both languages."""
    first, second = path.read_text("utf-8").splitlines()[:2]

    assert (first.removesuffix("\\"), second) == (TRIAL.en, TRIAL.fr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_says_what_the_bid_file_says(language: Language) -> None:
    """What becomes public and when, why, and that it cannot be taken back: the very sentences above the first field."""
    lines = TEMPLATE.read_text("utf-8").splitlines()
    why = bid_form._WHY[language].partition("{contact}")[0]

    assert [text[language] for text in NOTICE if text[language] not in lines] == []
    assert [line for line in lines if line.startswith(why) and line != why.strip()] != []


def test_the_question_shows_first_that_it_names_who_asks() -> None:
    """The first line of the form, before any field, in both languages; the list of forms says it too."""
    form = yaml.safe_load(QUESTION.read_bytes())
    notice = form["body"][0]
    lines = notice["attributes"]["value"].splitlines()

    assert notice["type"] == "markdown"
    assert lines[0].startswith("**What you write here shows your account name to everybody, for good.**")
    assert lines[1].startswith("**Ce que vous écrivez ici montre à tous, pour toujours, le nom de votre compte.**")
    assert form["description"] == "Shows your account name to everybody. · Montre à tous le nom de votre compte."
    assert {TRIAL.en, TRIAL.fr} <= set(lines)
    assert "Privacy Act, s. 5(2)" in notice["attributes"]["value"]


@pytest.mark.parametrize("path", [TEMPLATE, AWARD], ids=lambda path: path.name)
def test_templates_are_well_set(path: Path) -> None:
    """English is plain and French has its own typography; the halves are parted by a rule."""
    english, french = path.read_text("utf-8").split("\n", 2)[2].split("\n---\n")

    assert list(english_faults(english)) == []
    assert list(french_faults(_prose(french))) == []


def test_the_form_is_well_set() -> None:
    """Each line of the notice is English or French, in turn; each label is both, parted by a point."""
    form = yaml.safe_load(QUESTION.read_bytes())
    lines = [line for line in form["body"][0]["attributes"]["value"].splitlines() if line]
    labels = [item["attributes"][key] for item in form["body"][1:] for key in ("label", "description")]
    halves = [label.split(" · ") for label in labels]

    assert [fault for line in lines[::2] for fault in english_faults(line)] == []
    assert [fault for line in lines[1::2] for fault in french_faults(line)] == []
    assert [len(half) for half in halves] == [2] * len(labels)
    assert [fault for _, french in halves for fault in french_faults(french)] == []


def test_the_page_of_the_set_up_is_well_set() -> None:
    """Both pages keep the typography of their language."""
    english, french = GITHUB / "SETUP.md", GITHUB / "SETUP.fr.md"

    assert [fault for said in in_markdown(english) for fault in english_faults(said.text)] == []
    assert [fault for said in in_markdown(french) for fault in french_faults(said.text)] == []


def test_both_pages_of_the_set_up_tell_the_same() -> None:
    """The same steps in the same order: headings, numbered items, names of files, commands and buttons."""
    english, french = ((GITHUB / name).read_text("utf-8") for name in ("SETUP.md", "SETUP.fr.md"))

    assert [len(re.findall(mark, english, re.M)) for mark in MARKS] == [len(re.findall(m, french, re.M)) for m in MARKS]
    assert sorted(set(_code(english))) == sorted(set(_code(french)))
    assert _buttons_en(english) == _buttons_fr(french)


def test_the_set_up_names_every_file_that_is_pressed_or_imported() -> None:
    """Each ruleset has its row, and each workflow that a person starts has its line."""
    page = (GITHUB / "SETUP.md").read_text("utf-8")

    assert [path.name for path in (GITHUB / "rulesets").iterdir() if f".github/rulesets/{path.name}" not in page] == []
    assert [name for name in ("Propose an award", "Pages", "Record") if f"*{name}*" not in page] == []


def test_the_code_owners_are_the_people_of_the_record() -> None:
    """Roots own the board, and the people of an organization its folder, but not the list of who they are."""
    lines = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] != "#"]
    record = TOP / "opportunities"
    roots = _accounts(record / "board.yml", "roots")
    people = {path.parent.name: _accounts(path, "people") for path in sorted(record.glob("*/organization.yml"))}

    assert lines == [
        ["*", *roots],
        *([f"/opportunities/{name}/", *logins] for name, logins in people.items()),
        ["/opportunities/*/organization.yml", *roots],
    ]


MARKS = (r"^## ", r"^[0-9]\. ", r"^- ", r"^\| `", r"\*\*")


def _accounts(path: Path, key: str) -> list[str]:
    return [f"@{person['login']}" for person in yaml.safe_load(path.read_bytes())[key]]


def _prose(text: str) -> str:
    return re.sub(r"`[^`]*`|<i lang=\"en\">.*?</i>|\]\([^)]*\)", "§", text)


def _code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def _buttons_en(text: str) -> list[str]:
    plain = re.sub(r"`[^`]*`|\*\*|\*\[.*?\)\*", "", text)
    return sorted({" ".join(found.split()) for found in re.findall(r"(?<!\*)\*([^*]+)\*", plain)})


def _buttons_fr(text: str) -> list[str]:
    return sorted({" ".join(found.split()) for found in re.findall(r'<i lang="en">(.*?)</i>', text, re.S)})
