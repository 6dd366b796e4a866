"""Which of the two official languages a text is likely written in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from board.core.text import Language
from board.state.texts import prose

if TYPE_CHECKING:
    from lingua import Language as Known
    from lingua import LanguageDetector

# A passage under eight words, or with fewer than five that are neither name nor code, says too little.
_WORDS = 8
_ORDINARY_WORDS = 5
_SURE = 0.9

# What stands between two passages: an empty line, or the beginning of a list item, a heading, a row of a table.
_BREAK = re.compile(r"\n[^\S\n]*(?:\n|(?=(?:[-*+]|[0-9]{1,3}[.)]|#{1,6}|\||>)[^\S\n]))")
# Each of these stops at its own beginning, so that no text takes more than one pass.
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)|<[^<>\n]*>")
_QUOTED = re.compile(r"«[^«»]*»|[“\"][^“”\"\n]*[”\"]")
_MARKS = "*_#>|~[](){}«»“”\"'’‘.,:;!?…—–-+="
# A word that holds one of these is an address, a path, a file or an identifier.
_CODE = ("@", "://", "_", "\\", ".", "…", "=", "()")
_JOINTS = re.compile(r"[’'/-]")


def foreign_passage(text: str, language: Language) -> str | None:
    """The first passage of *text* that is likely in the other language; None where none is.

    Args:
        text: Markdown; a passage is a paragraph, a list item or a heading. Code, addresses, names and quotations say
            nothing of its language.
        language: The one it should be in.
    """
    said = _ADDRESS.sub(" ", prose(text))
    passages = [passage for passage in _BREAK.split(said) if len(passage.split()) >= _WORDS]
    for passage in passages or [said]:
        if len(passage.split()) >= _WORDS and _is_other(passage, language):
            return " ".join(passage.split())
    return None


def _is_other(passage: str, language: Language) -> bool:
    words = list(_ordinary(_QUOTED.sub(" ", passage))) or list(_ordinary(passage))
    if len(words) < _ORDINARY_WORDS:
        return False
    detector, (english, french) = _detector()
    other = french if language == "en" else english
    return detector.compute_language_confidence(" ".join(words), other) >= _SURE


def _ordinary(passage: str) -> Iterator[str]:
    """The words that a dictionary has: no name, abbreviation, number, address or identifier."""
    shouted = passage.isupper()
    begins = True
    for token in (passage.lower() if shouted else passage).split():
        word = token.strip(_MARKS)
        if not word:
            continue
        if word.count("/") < 2 and not any(mark in word for mark in _CODE):
            kept = [part for part in _JOINTS.split(word) if part.isalpha() and _is_common(part, begins=begins)]
            if kept:
                yield "’".join(kept)
        begins = token[-1] in ".!?:;"


def _is_common(part: str, *, begins: bool) -> bool:
    return part.islower() or (begins and part.istitle())


@cache
def _detector() -> "tuple[LanguageDetector, tuple[Known, Known]]":
    # Imported and built only for a text that is judged. Trigrams alone load in 0.03 s, the whole models in 0.5 s; with
    # the names left out both tell the two languages apart in every text of the tests, and trigrams are surer.
    from lingua import Language as Known
    from lingua import LanguageDetectorBuilder

    both = (Known.ENGLISH, Known.FRENCH)
    return LanguageDetectorBuilder.from_languages(*both).with_low_accuracy_mode().build(), both
