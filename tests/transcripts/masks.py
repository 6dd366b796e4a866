"""What differs from play to play, and stands for the same: ids, digests, keys, lengths, and the letters of a sheet.

Everything else of a page is compared to the letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

# Object ids whole and abbreviated, SHA-256, salts and secrets; public keys of age.
_VARIES = re.compile(r"\b(?:[0-9a-f]{7,64}|age1[02-9ac-hj-np-z]{58})\b")
# Lines of a file with envelopes: age puts a header of a random length into each.
_LENGTH = re.compile(r"\b\d+(?= insertions?\(\+\))")
_LABEL = re.compile(r'(  - label: )"[A-Z]"')
_MARK = re.compile(r"(\s+(?:result|score): )(.*)")
_CRITERION = re.compile(r'\s+- criterion: "(.*)"')


def masked(lines: Sequence[str]) -> Sequence[str]:
    """The lines with a sign in place of each value that differs."""
    return [_VARIES.sub("…", _LENGTH.sub("…", line)) for line in lines]


def values(lines: Sequence[str]) -> Sequence[str]:
    """Those values, in order."""
    return [value for line in lines for value in _VARIES.findall(line)]


def with_values(text: str, known: Mapping[str, str]) -> str:
    """A command of the page with the values of this play."""
    return _VARIES.sub(lambda found: known.get(found[0], found[0]), text)


def in_one_order(sheet: Sequence[str]) -> Sequence[str]:
    """A sheet whose bids are in the order of their answers: their letters follow from digests, and tell nothing."""
    head, *bids = _bids(sheet)
    told = sorted([_LABEL.sub(r'\1"…"', line) for line in bid] for bid in bids)
    return [*masked(head), *(line for bid in told for line in bid)]


def filled_in(sheet: Sequence[str], page: Sequence[str]) -> Sequence[str]:
    """An empty sheet with what the page has of each answer: the mark stands with the answer, whatever its letter."""
    marks = {key: value for key, _, value in _marks(page) if value}
    languages = next((line for line in page if line.startswith("languages: ")), "")
    filled = []
    for key, line, value in _marks(sheet):
        if value == '""' and key in marks:
            filled.append(line.removesuffix('""') + marks[key])
        else:
            filled.append(languages if line == "languages: []" else line)
    return filled


def _marks(sheet: Sequence[str]) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Each line, with answer and criterion that it marks and the mark; nothing of these for any other line."""
    answer: list[str] = []
    criterion = ""
    for line in sheet:
        if line.lstrip().startswith("# |"):
            answer.append(line.strip())
        elif found := _CRITERION.fullmatch(line):
            criterion = found[1]
        elif found := _MARK.fullmatch(line):
            yield ("\n".join(answer), criterion), line, found[2]
            answer = []
            continue
        yield ("", ""), line, ""


def _bids(sheet: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines before the first bid, then those of each."""
    found: list[str] = []
    for line in sheet:
        if _LABEL.fullmatch(line):
            yield found
            found = []
        found.append(line)
    yield found
