"""Which names a file of the record may have, and which of them a reader would take for one another."""

import re
from itertools import pairwise

from board.model.reference import place_of

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:yml|md|json))?")

# Names that Windows keeps for devices, with any ending: a clone there would fail.
# Source: "Naming Files, Paths, and Namespaces", Microsoft.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)

_RECORD = "opportunities/"

# What a reader takes for one another in small letters.
_LETTERS = (("rn", "m"), ("vv", "w"), ("i", "l"))
_DIGITS = str.maketrans("01", "ol")

# Two digits or more at the end of a word are a number: `map-1` and `map-11`, `dev1` and `dev11` are told apart.
_NUMBER = re.compile(r"[0-9]{2,}\Z")


def unsafe_part(path: str) -> str | None:
    """The first name in a path of the record that some machine could not hold, or holds as another; None if all can.

    A name is an ASCII slug in small letters, which is unique without case; the few names that the record itself
    has otherwise, such as ``LICENSE.md``, are known.
    """
    known = place_of(path) is not None
    for part in path.removeprefix(_RECORD).split("/"):
        if _RESERVED.fullmatch(part) or not (known or _PART.fullmatch(part)):
            return part
    return None


def skeleton(name: str) -> str:
    """What remains of a name when everything is gone that a reader overlooks.

    ``0`` is read as ``o``, ``1`` and ``i`` as ``l``, ``rn`` as ``m``, ``vv`` as ``w``; hyphens are dropped, and a
    doubled letter is one. A number of two digits or more at the end of a word stays as it is.
    """
    text = "".join(_NUMBER.sub("", word).translate(_DIGITS) + "".join(_NUMBER.findall(word)) for word in _words(name))
    for seen, meant in _LETTERS:
        text = text.replace(seen, meant)
    return "".join(a for a, b in pairwise(f"{text}.") if a != b or a.isdigit())


def _words(name: str) -> list[str]:
    return name.lower().split("-")


def stem(path: str) -> str:
    """The last name of a path, without its ending."""
    return path.rpartition("/")[2].partition(".")[0]
