"""In which scripts a name is written, and whether it mixes them so that a reader can be misled.

Source: Unicode Technical Standard 39, section 5.2, "moderately restrictive", here for each word and for the whole.
"""

import unicodedata
from collections.abc import Iterator

# First words of Unicode names of letters that belong to no single script.
_COMMON = frozenset({"MICRO", "MODIFIER", "FEMININE", "MASCULINE", "IDEOGRAPHIC", "KATAKANA-HIRAGANA"})
# Greek letters that the Latin spellings of First Nations use, as in xʷməθkʷəy̓əm (Musqueam).
_BORROWED = frozenset("βθλχ")
# Scripts that write one language together.
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN"})
# Scripts with whole words that look Latin.
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})


def mixture(name: str) -> tuple[str, ...]:
    """One letter of each script that *name* mixes, in order of appearance; empty where a reader cannot be misled."""
    if name.isascii():
        return ()
    whole: dict[str, str] = {}
    for word in unicodedata.normalize("NFC", name).split():
        found = dict(_first_letters(word))
        if len(found) > 1 and not found.keys() <= _EAST_ASIAN:
            return tuple(found.values())
        for script, letter in found.items():
            whole.setdefault(script, letter)
    alike = {script: letter for script, letter in whole.items() if script in _ALIKE}
    return tuple(alike.values()) if len(alike) > 1 else ()


def _first_letters(word: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for letter in word:
        script = _script(letter)
        if script and script not in seen:
            seen.add(script)
            yield script, letter


def _script(letter: str) -> str:
    """The script of *letter* by the first word of its Unicode name; empty for what is no letter or belongs to all."""
    if not unicodedata.category(letter).startswith("L") or letter in _BORROWED:
        return ""
    first, _, rest = unicodedata.name(letter, "").partition(" ")
    if first in ("FULLWIDTH", "HALFWIDTH"):
        first = rest.partition(" ")[0]
    return "" if first in _COMMON else first
