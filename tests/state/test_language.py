"""Which of the two official languages a text is likely written in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.esdc import ESDC, OWN, Told
from tests.real_input import real_input

from board.core import yaml
from board.core.text import LANGUAGES, Language
from board.state.language import foreign_passage

SPECIMEN = Path(__file__).parent.parent / "specimen" / "opportunities"
OTHER: dict[Language, Language] = {"en": "fr", "fr": "en"}


def bilingual(value: object) -> Iterator[tuple[Language, str]]:
    """Every text that stands in both languages, with its language."""
    if isinstance(value, dict):
        en, fr = value.get("en"), value.get("fr")
        if isinstance(en, str) and isinstance(fr, str):
            yield from (("en", en), ("fr", fr))
        else:
            for child in value.values():
                yield from bilingual(child)
    elif isinstance(value, list):
        for child in value:
            yield from bilingual(child)


def of_folder(folder: Path) -> list[tuple[Language, str]]:
    """Every bilingual text of the YAML files in *folder*, and each paragraph of its Markdown."""
    found: list[tuple[Language, str]] = []
    for path in sorted(folder.rglob("*.yml")):
        found += bilingual(yaml.load(str(path), path.read_bytes()).value)
    for language in OTHER:
        for path in sorted(folder.rglob(f"{language}.md")):
            found += [(language, paragraph) for paragraph in re.split(r"\n\s*\n", path.read_text("utf-8"))]
    return found


def alarms(texts: list[tuple[Language, str]]) -> list[str]:
    """The texts that are taken for the other language."""
    return [text for language, text in texts if foreign_passage(text, language) is not None]


def unnoticed(texts: list[tuple[Language, str]]) -> list[str]:
    """The texts of eight words or more that are not noticed where the other language should stand."""
    return [
        text for language, text in texts if len(text.split()) >= 8 and foreign_passage(text, OTHER[language]) is None
    ]


def test_specimens_raise_no_alarm_and_are_noticed_when_swapped() -> None:
    """Each text of the specimen board passes as it stands, and is noticed in the other's place from eight words on."""
    texts = of_folder(SPECIMEN)

    assert len(texts) > 70
    assert alarms(texts) == []
    assert unnoticed(texts) == []


def test_worked_examples_raise_no_alarm_and_are_noticed_when_swapped() -> None:
    """The same is true of the three purchases that were worked out whole."""
    texts = of_folder(real_input(".").parent / "example")

    assert alarms(texts) == []
    assert unnoticed(texts) == []


def paragraphs_of(told: Told, language: Language) -> list[tuple[Language, str]]:
    """The paragraphs of an opportunity, and the values of its front matter that are sentences."""
    _, front, body = told.page(language).split("---\n", 2)
    values = [line.partition(": ")[2].strip('"') for line in front.splitlines() if line.startswith(("title", "short_"))]
    return [(language, paragraph) for paragraph in [*values, *re.split(r"\n\s*\n", body)]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [ESDC, OWN], ids=["real", "own"])
def test_an_opportunity_raises_no_alarm_and_is_noticed_when_swapped(told: Told, language: Language) -> None:
    """Each paragraph of an opportunity full of product names passes, and is noticed in the other's place."""
    texts = paragraphs_of(told, language)

    assert len(texts) >= 30
    assert alarms(texts) == []
    assert unnoticed(texts) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [ESDC, OWN], ids=["real", "own"])
def test_each_line_of_an_opportunity_raises_no_alarm(told: Told, language: Language) -> None:
    """Its lines pass alone too, those that quote a message in the other language among them."""
    lines = [(language, line) for _, text in paragraphs_of(told, language) for line in text.splitlines()]

    assert alarms(lines) == []


FRENCH = "Les repères ne peuvent pas recevoir le focus et la liste n’est pas annoncée."
ENGLISH = "The markers cannot take focus and the result list is not announced at all."


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        f"{ENGLISH}\n\n{FRENCH}",
        f"What is asked:\n- {ENGLISH}\n- {FRENCH}",
        f"## Today\n\n{ENGLISH}\n\n> {FRENCH}",
        FRENCH.upper(),
        f"**{FRENCH}**",
        f"“{FRENCH}”",
        f"{FRENCH} Voir [le dépôt](https://example.invalid/the/best/way/to/show/it).",
        "Corriger le filtre de dates de la visionneuse de statistiques",
        "Les gens qui suivent Azure Marketplace utilisent SendGrid et Fortinet FortiGate Next-Generation Firewall.",
    ],
    ids=["whole", "paragraph", "item", "quote", "capitals", "bold", "quoted", "link", "title", "names"],
)
def test_french_in_an_english_text_is_noticed(text: str) -> None:
    """A text, or one passage of it, in the other language is noticed whatever dress it wears."""
    found = foreign_passage(text, "en")

    assert found is not None
    assert foreign_passage(ENGLISH, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ET",
        "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ ᓄᓇᕗᑦ ᐃᓄᐃᑦ ᑲᓇᑕ ᓄᓇᕗᒻᒥ ᐃᖃᓗᐃᑦ ᐃᒡᓗᓕᒃ ᐸᖕᓂᖅᑑᖅ",
        "1 2 3 4 5 6 7 8 9 10",
        "SendGrid, Fortinet FortiGate Next-Generation Firewall, Cisco Cloud Services Router, CIS Ubuntu Linux",
        f"```\n# {ENGLISH}\n```",
        f"~~~\n{ENGLISH}\n~~~",
        f"Lancez `{ENGLISH}`",
        "https://example.invalid/a b.c@example.invalid and_the_other of_the_day x.y.z the/best/way C:\\the f() a=b",
        f"Le bouton affiche « {ENGLISH} »",
        f"Le bouton de cette page affiche à tort le message “{ENGLISH}”",
        "Écrire à la personne-ressource",
    ],
    ids=[
        "empty",
        "word",
        "inuktitut",
        "numbers",
        "names",
        "fence",
        "tildes",
        "code",
        "paths",
        "quote",
        "said",
        "short",
    ],
)
def test_what_is_no_prose_raises_no_alarm_in_french(text: str) -> None:
    """Code, addresses, names, quotations, other scripts and a few words raise no alarm."""
    assert foreign_passage(text, "fr") is None


def test_the_passage_that_was_found_is_given_in_one_line() -> None:
    """What is given is the passage itself, so that somebody finds it in a long text."""
    text = f"{ENGLISH}\n\nLes repères ne peuvent pas\nrecevoir le focus et la liste\n\n{ENGLISH}"

    assert foreign_passage(text, "en") == "Les repères ne peuvent pas recevoir le focus et la liste"


@pytest.mark.parametrize(
    "hostile", ["“", '"', "`", "](", "<", "«", "~~~\n```\n", "a@", "\n- ", " \n", "\n ", "- ", "[", "'a"]
)
def test_no_text_takes_more_than_one_pass(hostile: str) -> None:
    """A megabyte of openings that nothing closes is judged like any text; in two passes this test would not end."""
    text = hostile * ((1 << 20) // len(hostile))

    assert foreign_passage(text, "en") is None
