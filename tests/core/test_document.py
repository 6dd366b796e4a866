"""Pointers and places."""

import pytest

from board.core.document import WHOLE_FILE, Document, Mark, pack, pointer_to, unpack
from board.core.yaml import load


@pytest.mark.parametrize("mark", [Mark(1, 1), Mark(65536, 1), Mark(1, 65537), Mark(40000, 30000)])
def test_a_place_survives_being_a_number(mark: Mark) -> None:
    """Every line and column that a file can have."""
    assert unpack(pack(*mark)) == mark


@pytest.mark.parametrize(
    ("steps", "pointer"),
    [((), ""), (("a", 0, "b"), "/a/0/b"), (("a/b", "c~d"), "/a~1b/c~0d"), (("~1",), "/~01"), (("",), "/")],
)
def test_a_pointer_finds_its_value(steps: tuple[str | int, ...], pointer: str) -> None:
    """RFC 6901."""
    assert pointer_to(*steps) == pointer


def test_a_key_with_a_slash_is_found() -> None:
    """A slash and a tilde in a key are not steps."""
    document = load("a.yml", b'"a/b": {"c~d": e}\nb: f')

    assert document.locate(pointer_to("a/b", "c~d")) == Mark(1, 16)


@pytest.mark.parametrize("pointer", ["", "/a", "/a/0"])
def test_what_could_not_be_read_has_no_place(pointer: str) -> None:
    """Then the file is meant as a whole."""
    assert Document("a.yml", None, 0).locate(pointer) == WHOLE_FILE


@pytest.mark.parametrize("pointer", ["/a/b", "/l/x", "/l/9", "/l/-1", "/l/01x", "/l/²"])
def test_what_is_not_there_is_placed_at_what_holds_it(pointer: str) -> None:
    """The nearest ancestor that is in the file."""
    document = load("a.yml", b"a: text\nl: [x]")

    assert document.locate(pointer) == {"a": Mark(1, 4), "l": Mark(2, 1)}[pointer[1]]
