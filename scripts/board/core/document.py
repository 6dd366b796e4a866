"""A file as values, with the place of each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from board.core.fact import Fact

# What the loader gives: text for every scalar, a boolean for a plain `true` or `false`, lists and mappings of these.
Value: TypeAlias = "str | bool | list[Value] | dict[str, Value]"

# The places of one value, parallel to it. A number counts the characters of the file that stand before.
#   scalar      the number of its first character
#   sequence    a list: its own number, then the marks of its entries in order
#   mapping     a pair: a list of its own number and those of its keys, and a list of the marks of its values, in order
# Bare numbers keep ten thousand files within reach: an object a node would double the time (`make bench`), and to take
# line and column of each, which only a finding needs, would cost a tenth of what the parser does.
Marks: TypeAlias = "int | list[Marks] | tuple[list[int], list[Marks]]"


class Mark(NamedTuple):
    """A place in a file; both numbers count from 1, and line 0 means the file as a whole."""

    line: int
    column: int


WHOLE_FILE = Mark(0, 0)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the loader or the schema found; a rule of DOC or SCH gives it code and sentences.

    Attributes:
        kind: A word that exactly one rule owns, such as ``anchor`` or ``missing``.
        pointer: JSON pointer of the value; empty for the file.
        mark: Where it is; the loader knows it even where no value exists.
        facts: What the sentences of the rule need.
    """

    kind: str
    pointer: str
    mark: Mark
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its values and their places, or why it could not be read.

    Attributes:
        path: Path in the repository, with slashes.
        value: The values; None where the file could not be read as YAML.
        marks: The places, parallel to the values; 0 where there are none.
        faults: What loader, schema and model found wrong; empty for a valid file.
        text: The whole file, in which the places are found; empty where there are none.
    """

    path: str
    value: "Value | None"
    marks: Marks
    faults: tuple[Fault, ...] = ()
    text: str = ""

    def locate(self, pointer: str) -> Mark:
        """The place of *pointer*, or of its nearest ancestor that is in the file.

        A scalar is placed at its own first character, a list or mapping at the key that holds it.
        """
        if not self.text:
            return WHOLE_FILE
        value, marks = self.value, self.marks
        place = _own(marks)
        for step in pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and isinstance(marks, tuple) and key in value:
                index = list(value).index(key)
                keys, children = marks
                value, marks = value[key], children[index]
                place = marks if isinstance(marks, int) else keys[1 + index]
            elif (
                isinstance(value, list)
                and isinstance(marks, list)
                and key.isascii()
                and key.isdigit()
                and int(key) < len(value)
            ):
                value, marks = value[int(key)], marks[1 + int(key)]
                place = _own(marks)
            else:
                break
        return place_in(self.text, place)


def place_in(text: str, index: int) -> Mark:
    """The place of a character; a line ends with LF, as everywhere in the record."""
    before = text.count("\n", 0, index)
    return Mark(before + 1, index - text.rfind("\n", 0, index))


def left_open(text: str) -> int:
    """Where the last bracket stands that nothing closes; -1 where there is none."""
    closed = 0
    for place in range(len(text) - 1, -1, -1):
        closed += (text[place] in "]}") - (text[place] in "[{")
        if closed < 0:
            return place
    return -1


def _own(marks: Marks) -> int:
    if isinstance(marks, tuple):
        return marks[0][0]
    return _own(marks[0]) if isinstance(marks, list) else marks


def pointer_to(*steps: str | int) -> str:
    """The JSON pointer of *steps* (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
