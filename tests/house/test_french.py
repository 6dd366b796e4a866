"""French is written with its own spaces, quotation marks, apostrophes and capitals, and holds no English sentence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house.prose import Said, everything, in_catalogue, in_code, in_markdown, in_values, without_code

# What is wrong, and a pattern that finds it. Sources: Le guide du rédacteur and Clés de la rédaction (Translation
# Bureau); the narrow space before ; ! ? is the house's choice, since it is never too wide and never breaks.
FAULTS: tuple[tuple[str, str], ...] = (
    ("U+00A0 before :", r"(?<![\u00a0:])[ \n]?:(?=\s|$)"),
    ("U+202F before ; ! ?", r"(?<![\u202f;!?])[ \u00a0\n]?[;!?](?=\s|[)»…]|$)"),
    ("U+00A0 before %", r"[\d}](?!\u00a0)[ \u202f]?%(?![(\w])"),
    ("U+00A0 before $, which follows the amount", r"[\d}](?!\u00a0)[ \u202f]?\$|\$\s?\d"),
    ("U+00A0 after «", r"«(?!\u00a0)"),
    ("U+00A0 before »", r"(?<!\u00a0)»"),
    ("U+00A0 between thousands, and before h", r"\d (?=\d{3}\b|h\b)"),
    ("’ and not '", r"(?<=[^\W\d_])'(?=[^\W\d_{])"),
    ("« » and not other quotation marks", r"[\"“”„]"),
    ("… and not three points", r"\.\.\."),
    (
        "accents on capitals",
        r"\bE(?=cri|tat|tap|valu|gal|quip|diteu|dition|labor|vit|tant|tre\b|tes\b|t[eé]\b|cart|chec|chang|nonc|tend|tud)"
        r"|\bA (?=partir|moins|la\b|l’|défaut|propos|titre|noter|venir)|\bCa\b",
    ),
    ("« occasion de marché », for these mean something else", r"\b(?:d’|par )occasions?\b(?! de marché)"),
    ("« demande (pull request) »", r"demandes? de tirage|(?<!\()\bpull requests?\b"),
)

# Words that French does not have, and that no English sentence does long without.
_ENGLISH = re.compile(
    r"\b(?:the|and|of|with|is|are|was|were|this|that|which|from|must|by|be|been|it|its|your|you|has"
    r"|have|when|where|only|each|for|not|will|who|what|there|their|they|these|those|than|then|into|does|should|may|can)\b"
)


def faults(text: str) -> Iterator[str]:
    """What is wrong with a French text, each with the words around it."""
    # What stands between quotation marks is somebody's own words, as a file has them.
    text = re.sub(r"(?<=«\u00a0)[^«»]*(?=\u00a0»)", "§", text)
    for what, pattern in FAULTS:
        for found in re.finditer(pattern, text, re.M):
            around = text[max(0, found.start() - 20) : found.end() + 20].replace("\n", " ")
            yield f"{what}: {around!r}"
    words = set(_ENGLISH.findall(re.sub(r"\{\w*\}|%\(\w+\)[rs]", "", text)))
    if len(words) > 1:
        yield f"English: {', '.join(sorted(words))}: {text[:60]!r}"


def test_all_french_of_the_program() -> None:
    """Sentences, labels, pages and catalogue: every French text is well set."""
    said = list(everything("fr"))

    assert len(said) > 100
    assert [f"{one.where}: {fault}" for one in said for fault in faults(one.text)] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Essai : rien", "Essai\u00a0: rien"),
        ("Essai: rien", "Essai\u00a0: rien"),
        ("Prêt ?", "Prêt\u202f?"),
        ("Prêt? Oui", "Prêt\u202f? Oui"),
        ("la commande; voir", "la commande\u202f; voir"),
        ("Bravo\u00a0!", "Bravo\u202f!"),
        ("la TVH de 13 %", "la TVH de 13\u00a0%"),
        ("la TVH de {rate}%", "la TVH de {rate}\u00a0%"),
        ("2 400,00 $", "2\u00a0400,00\u00a0$"),
        ("$2,400.00 avant taxes", "2\u00a0400,00\u00a0$ avant taxes"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("à 14 h HNE", "à 14\u00a0h HNE"),
        ("l'offre", "l’offre"),
        ('le mot "oui"', "le mot «\u00a0oui\u00a0»"),
        ("“oui”", "«\u00a0oui\u00a0»"),
        ("et...", "et…"),
        ("Ecrivez le titre", "Écrivez le titre"),
        ("A partir de l’ouverture", "À partir de l’ouverture"),
        ("le titre d’occasion", "le titre d’occasion de marché"),
        ("une pull request", "une demande (pull request)"),
        ("une demande de tirage", "une demande (pull request)"),
        ("The closing is before the posting.", "La clôture précède l’affichage."),
    ],
)
def test_refuses_each_fault_and_accepts_its_mend(wrong: str, right: str) -> None:
    """Each fault is found, and its nearest right form is not one."""
    assert list(faults(wrong)) != []
    assert list(faults(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "à 10:40:12, le 2026-09-15T14:00:00-04:00",
        without_code("Écrivez `closes_at: 2026-09-15` ou `it is what you write`"),
        without_code("Voir [l’avis](https://example.ca/a?b=c: d) et <https://example.ca/the/and>"),
        without_code('Appuyez sur <i lang="en">Commit the changes that you have</i>.'),
        "%(prog)s\u00a0: {errors} et {warnings}",
        'La vérification constate\u00a0: «\u00a0$2,400 of the "price"\u00a0» n’est pas un prix',
        "Et la suite\u202f?!",
        "A été créé",
    ],
)
def test_leaves_code_and_times_alone(text: str) -> None:
    """Times, instants, code, addresses, facts and words marked as English are no faults."""
    assert list(faults(text)) == []


def test_reads_each_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is found in code, in values, on a page and in a catalogue, each with its place."""
    monkeypatch.setattr("tests.house.prose.TOP", tmp_path)
    code, values, page, catalogue = (tmp_path / name for name in ("a.py", "b.yml", "c.md", "d.po"))
    code.write_text(
        'X = Text("one", "un")\n\n\ny = rule("A", en="two", fr="de" "ux", fix_en="three", fix_fr=f"tr{X}ois")\n'
    )
    values.write_text('home:\n  title: {en: "four", fr: "quatre"}\n  many:\n    fr: ["cinq", "six"]\n')
    page.write_text("---\ntitle: x\n---\n\n# Sept\n\n```sh\nthe and of\n```\n\nHuit\n")
    catalogue.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\nmsgid "nine"\nmsgstr "neuf"\n')

    assert list(in_code(code, "fr")) == [Said("a.py:1", "un"), Said("a.py:4", "deux"), Said("a.py:4", "tr{}ois")]
    assert list(in_code(code, "en")) == [Said("a.py:1", "one"), Said("a.py:4", "two"), Said("a.py:4", "three")]
    assert [one.text for one in in_values(values, "fr")] == ["quatre", "cinq", "six"]
    assert [(one.where, one.text.strip()) for one in in_markdown(page)] == [("c.md:5", "Sept"), ("c.md:11", "Huit")]
    assert list(in_catalogue(catalogue)) == [Said("d.po:4", "neuf")]
