"""English is plain: no “please”, no exclamation, no straight apostrophe, and no French sentence."""

import re
from collections.abc import Iterator

import pytest
from tests.house.prose import everything, without_code

FAULTS: tuple[tuple[str, str], ...] = (
    ("no “please”", r"\b[Pp]lease\b"),
    ("no exclamation", r"!(?=\s|$)"),
    ("’ and not '", r"(?<=[^\W\d_])'(?=[^\W\d_{])"),
    ("no space before a mark", r"(?<=\d)[ \u00a0\u202f]+%|(?<=\w)[ \u00a0\u202f]+[:;?](?=\s|$)"),
    ("before tax, and not the words of others", r"\b(?:excluding|exclusive of|without) (?:applicable )?tax(?:es)?\b"),
)

_FRENCH = re.compile(r"\b(?:le|la|les|des|une|du|est|sont|avec|dans|qui|que|pour|par|sur|ne|pas|aux|ce|cette|vous)\b")


def faults(text: str) -> Iterator[str]:
    """What is wrong with an English text, each with the words around it."""
    for what, pattern in FAULTS:
        for found in re.finditer(pattern, text, re.M):
            around = text[max(0, found.start() - 20) : found.end() + 20].replace("\n", " ")
            yield f"{what}: {around!r}"
    words = set(_FRENCH.findall(text))
    if len(words) > 1:
        yield f"French: {', '.join(sorted(words))}: {text[:60]!r}"


def test_all_english_of_the_program() -> None:
    """Sentences, labels and pages: every English text is plain."""
    said = list(everything("en"))

    assert len(said) > 100
    assert [f"{one.where}: {fault}" for one in said for fault in faults(one.text)] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Please write a title.", "Write a title."),
        ("Done!", "Done."),
        ("the supplier's bid", "the supplier’s bid"),
        ("Trial : nothing", "Trial: nothing"),
        ("13 % of it", "13% of it"),
        ("at 15 %, the highest", "at 15%, the highest"),
        ("$2,400 excluding taxes", "$2,400 before tax"),
        ("La clôture est dans le passé.", "The closing is in the past."),
    ],
)
def test_refuses_each_fault_and_accepts_its_mend(wrong: str, right: str) -> None:
    """Each fault is found, and its nearest right form is not one."""
    assert list(faults(wrong)) != []
    assert list(faults(right)) == []


def test_leaves_code_alone() -> None:
    """Code, and words marked as French, are no faults."""
    assert list(faults(without_code('Write `la clé : une` or <span lang="fr">la clé de la page</span>.'))) == []
