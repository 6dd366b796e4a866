"""A sheet of the demonstration, filled in as its evaluator would."""

import re
from collections.abc import Iterator, Mapping

from board.model.play import PlayedSheet

_LABEL = re.compile(r' *- label: "([A-Z]+)"')
_CRITERION = re.compile(r' *- criterion: "([a-z0-9-]+)"')
_EMPTY = re.compile(r'( *)(result|score): ""')


def filled(sheet: bytes, letters: Mapping[str, str], played: PlayedSheet) -> bytes:
    """The sheet with the marks that the play tells.

    Args:
        sheet: As `board evaluate` writes it.
        letters: Letter to bidder, on this sheet.
        played: What its evaluator thinks.

    A bid of which the play tells nothing is taken out, as one that is not judged.

    Raises:
        KeyError: The play lacks a mark of a bid that it tells of.
    """
    return "".join(f"{line}\n" for line in _lines(sheet.decode().splitlines(), letters, played)).encode()


def _lines(lines: list[str], letters: Mapping[str, str], played: PlayedSheet) -> Iterator[str]:
    bidder = criterion = ""
    for line in lines:
        if found := _LABEL.fullmatch(line):
            bidder = letters[found[1]]
        elif found := _CRITERION.fullmatch(line):
            criterion = found[1]
        if bidder and bidder not in played.marks:
            continue
        if line == "languages: []":
            yield f"languages: [{', '.join(played.languages)}]"
        elif empty := _EMPTY.fullmatch(line):
            yield f'{empty[1]}{empty[2]}: "{played.marks[bidder][criterion]}"'
        else:
            yield line
