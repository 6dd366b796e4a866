"""Pointers and places."""

import pytest

from board.core.document import WHOLE_FILE, Document, Mark, place_in, pointer_to
from board.core.yaml import load


@pytest.mark.parametrize(
    ("text", "index", "mark"),
    [
        ("a: b", 0, Mark(1, 1)),
        ("a: b", 3, Mark(1, 4)),
        ("a: b\nc: d", 4, Mark(1, 5)),
        ("a: b\nc: d", 5, Mark(2, 1)),
        ("a: b\r\nc: d", 9, Mark(2, 4)),
        ("é: 😀\n\nç: d", 9, Mark(3, 4)),
        ("a" * 65536, 65535, Mark(1, 65536)),
        ("\n" * 65536, 65535, Mark(65536, 1)),
    ],
)
def test_a_place_is_counted_in_lines_and_characters(text: str, index: int, mark: Mark) -> None:
    """Every line and column that a file can have; letters count, not bytes, and both from 1."""
    assert place_in(text, index) == mark


def test_a_value_is_placed_behind_letters_of_many_bytes() -> None:
    """The parser counts characters too, one for a letter of four bytes, and two where a line ends with CR LF."""
    document = load("a.yml", "é: {😀: [ç, à]}\r\nô: z\r\n".encode())

    assert document.locate("/é/😀/1") == Mark(1, 12)
    assert document.locate("/é") == Mark(1, 1)
    assert document.locate("/ô") == Mark(2, 4)


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
