"""What differs from play to play, and stands for the same: ids, digests, keys, lengths, and the letters of a sheet.

Everything else of a page is compared to the letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tests.transcripts.page import Step

# Object ids whole and abbreviated, SHA-256, salts and secrets; public keys of age.
_VARIES = re.compile(r"\b(?:[0-9a-f]{7,64}|age1[02-9ac-hj-np-z]{58})\b")
# Lines of a file with envelopes: age puts a header of a random length into each.
_LENGTH = re.compile(r"\b\d+(?= insertions?\(\+\))")
_LABEL = re.compile(r'(  - label: )"[A-Z]"')
_MARK = re.compile(r"(\s+(?:result|score): )(.*)")
_CRITERION = re.compile(r'\s+- criterion: "(.*)"')


def comparable(step: Step, inside: Sequence[str]) -> Sequence[str]:
    """What stands inside a fence, without what differs from play to play."""
    return in_one_order(inside) if step.path else masked(inside)


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
    """An empty sheet with what the page has of each bid, whatever its letter: of the one whose answers are most alike.

    What the page does not have stays empty, and waits for the author.
    """
    head, *bids = _bids(sheet)
    known = list(_bids(page))
    languages = next((line for line in known[0] if line.startswith("languages: ")), "")
    filled = [languages if line == "languages: []" else line for line in head]
    for bid in bids:
        told = _answers(bid)
        like = max(known, key=lambda other: len(told & _answers(other)))
        filled += _with_marks(bid, _marks(like) if told & _answers(like) else {})
    return filled


def marks(sheet: Sequence[str]) -> list[tuple[str, str]]:
    """Criterion and mark of everything that was marked."""
    found = (mark for bid in _bids(sheet) for mark in _marks(bid).items())
    return [(criterion, mark) for criterion, mark in found if mark != '""']


def _answers(bid: Sequence[str]) -> frozenset[str]:
    """What a supplier wrote, by line."""
    return frozenset(line.strip() for line in bid if line.lstrip().startswith("# |"))


def _marks(bid: Sequence[str]) -> Mapping[str, str]:
    """Criterion to its mark."""
    found, criterion = {}, ""
    for line in bid:
        if match := _CRITERION.fullmatch(line):
            criterion = match[1]
        elif match := _MARK.fullmatch(line):
            found[criterion] = match[2]
    return found


def _with_marks(bid: Sequence[str], marks: Mapping[str, str]) -> Iterator[str]:
    criterion = ""
    for line in bid:
        if match := _CRITERION.fullmatch(line):
            criterion = match[1]
        empty = _MARK.fullmatch(line)
        yield f"{empty[1]}{marks.get(criterion) or empty[2]}" if empty else line


def _bids(sheet: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines before the first bid, then those of each."""
    found: list[str] = []
    for line in sheet:
        if _LABEL.fullmatch(line):
            yield found
            found = []
        found.append(line)
    yield found
