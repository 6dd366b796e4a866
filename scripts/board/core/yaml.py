"""The one reader of YAML: text, true, false, lists and mappings, with their places, or why a file is refused.

One loop over the events of the C parser. The level of nodes above it is never used: 32 KB of ``[`` kill the process
there. What another reader would take for something other than its text is refused, so that nobody reads another
record than the one that was judged.
"""

import re
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from board.core.document import WHOLE_FILE, Document, Fault, Mark, Marks, Value, left_open, place_in
from board.core.fact import Fact, Verbatim, excerpt
from board.core.plain import NUMERIC, WORDS, is_key, is_read_otherwise

# Every kind of fault that is found here; each is owned by exactly one rule of DOC.
Kind = Literal[
    "too-large", "not-utf8", "byte-order-mark", "hidden-character", "odd-line-break", "empty-file",
    "anchor", "alias", "merge-key", "tag", "directive", "duplicate-key", "key-not-text", "second-document", "too-deep",
    "unquoted-value", "missing-value", "tab", "unquoted-colon", "reserved-character", "unclosed", "unknown-escape",
    "misplaced-line",
]  # fmt: skip

LIMIT = 65536  # bytes, of what people write
WRITTEN_LIMIT = 1 << 22  # bytes, of lists that the board itself writes: a thousand bids, each with its lines
DEPTH = 8  # lists and mappings within each other, the outermost included

# Control characters, breaks of a line that only some readers see, and what turns the direction of a line around.
# One class and nothing else: with an alternative for a lone CR the search takes three times as long.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff]"
)
_LONE_RETURN = re.compile("\r(?!\n)")
# What is none of these, and most of a file is. Taken out of bytes it leaves every other character of UTF-8 whole.
_PLAIN = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
_BREAKS = frozenset("\r\x0b\x0c\x85\u2028\u2029")

# What the parser complains of, to the kind of fault; the first that fits.
_PROBLEMS: tuple[tuple[str, Kind], ...] = (
    ("maximum nesting depth", "too-deep"),
    ("scanning an anchor", "anchor"),
    ("scanning an alias", "alias"),
    (" a tag", "tag"),
    ("tag handle", "tag"),
    ("directive", "directive"),
    ("incompatible YAML document", "directive"),
    ("a tab character", "tab"),
    ("mapping values are not allowed", "unquoted-colon"),
    ("escape", "unknown-escape"),
    ("scanning a quoted scalar", "unclosed"),
    ("expected ',' or", "unclosed"),
)
_AT_FIRST = frozenset(
    ["anchor", "alias", "tag", "directive", "unclosed"]
)  # placed where the thing begins, not where it breaks
_CANNOT_BEGIN = ("cannot start any token", "expected node content", "block sequence entries are not allowed")
_END = re.compile(r"^(?:---|\.\.\.)(?:\s|$)", re.MULTILINE)

_Container: TypeAlias = "list[Value] | dict[str, Value]"


class _RefusedError(Exception):
    """The record does not take the file; `fault` says why."""

    def __init__(self, kind: Kind, mark: Mark, **facts: Fact) -> None:
        super().__init__(kind)
        self.fault = Fault(kind, "", mark, facts)


def load(path: str, data: bytes, limit: int = LIMIT) -> Document:
    """The document that *data* holds; what is wrong with the file is its one fault, never an exception.

    Args:
        path: Path in the repository, kept in the document.
        data: The file; of one that is too large, any *limit* + 1 bytes.
        limit: Most bytes; more than `LIMIT` only for a file that no stranger writes.
    """
    try:
        text = _text(data, limit)
        try:
            value, marks = _build(CParser(data).get_event, text)
        except YAMLError as error:
            raise _problem(error, text) from error
    except _RefusedError as refused:
        return Document(path, None, 0, (refused.fault,))
    return Document(path, value, marks, text=text)


def _text(data: bytes, limit: int) -> str:
    if len(data) > limit:
        raise _RefusedError("too-large", WHOLE_FILE, limit=limit // 1024)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before, byte = data[: error.start].decode(), data[error.start]
        raise _RefusedError("not-utf8", place_in(before, len(before)), byte=Verbatim(f"0x{byte:02X}")) from error
    if text.startswith("\ufeff"):
        raise _RefusedError("byte-order-mark", Mark(1, 1))
    # To search the little that is left takes 3 µs a file; to search all of it takes 15, and the whole loader 180.
    found = _HIDDEN.search(text) if _HIDDEN.search(data.translate(None, _PLAIN).decode()) else None
    if found is None and "\r" in text:
        found = _LONE_RETURN.search(text)
    if found:
        raise _hidden(found[0], place_in(text, found.start()))
    return text


def _build(get_event: Callable[[], Any], text: str) -> tuple[Value, Marks]:
    """The values and their marks, grown side by side in one pass.

    `values`, `marks`, `keys` and `key` belong to the list or mapping that is open, `outer` holds those around it. A
    list has no `keys`; a mapping has a `key` while its value is awaited. Events are not typed here: by their stubs
    each may lack its place, and to ask that of every one would cost more than the rest of the loop.
    """
    get_event()
    _refuse_opening(get_event())
    decorated = "&" in text or "!" in text  # without these two no event has an anchor or a tag
    escaped = "\\" in text
    values: Any = []
    marks: list[Marks] = []
    keys: list[int] | None = None
    key: str | None = None
    below: list[Marks]
    outer: list[tuple[_Container, list[Marks], list[int] | None]] = []
    while True:
        event = get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            place = event.start_mark.index
            value = event.value
            if decorated:
                _refuse_decoration(event, text)
            if event.style:
                if escaped:
                    _refuse_hidden(value, place, text)
            elif value in WORDS or value[0] in NUMERIC:  # plain is '' to the C parser, None to the other one
                if key is None and keys:
                    _refuse_key(value, place, text)
                else:
                    value = _plain(value, place, text, whole=not outer)
            if key is not None:
                values[key] = value
                key = None
                marks.append(place)
            elif keys is None:
                values.append(value)
                marks.append(place)
            elif value in values:
                raise _duplicate(value, place, keys[1 + list(values).index(value)], text)
            else:
                key = value
                keys.append(place)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            values, marks, keys = outer.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if decorated:
                _refuse_decoration(event, text)
            place = event.start_mark.index
            if keys and key is None:
                raise _RefusedError("key-not-text", place_in(text, place), found="")
            if len(outer) == DEPTH:
                raise _RefusedError("too-deep", place_in(text, place), limit=DEPTH)
            outer.append((values, marks, keys))
            inner: Any = {} if kind is MappingStartEvent else []
            if key is None:
                values.append(inner)
            else:
                values[key] = inner
                key = None
            values = inner
            if kind is MappingStartEvent:
                keys, below = [place], []
                marks.append((keys, below))
            else:
                keys, below = None, [place]
                marks.append(below)
            marks = below
        elif kind is AliasEvent:
            _refuse_decoration(event, text)
        else:
            _refuse_more(get_event())
            return values[0], marks[0]


def _plain(value: str, place: int, text: str, *, whole: bool) -> str | bool:
    """The value of a plain scalar that looks like something other than text."""
    if not value and whole:
        raise _RefusedError("empty-file", WHOLE_FILE)
    if not value:
        raise _RefusedError("missing-value", place_in(text, place))
    if value in ("true", "false"):
        return value == "true"
    if is_read_otherwise(value):
        raise _RefusedError("unquoted-value", place_in(text, place), found=excerpt(value))
    return value


def _refuse_key(value: str, place: int, text: str) -> None:
    """A plain key that looks like something other than text."""
    if value == "<<":
        raise _RefusedError("merge-key", place_in(text, place))
    if not is_key(value):
        raise _RefusedError("key-not-text", place_in(text, place), found=excerpt(value))


def _refuse_opening(event: Event) -> None:
    if isinstance(event, StreamEndEvent):
        raise _RefusedError("empty-file", WHOLE_FILE)
    if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
        raise _RefusedError("directive", _at(event))


def _refuse_more(event: Event) -> None:
    if not isinstance(event, StreamEndEvent):
        raise _RefusedError("second-document", _at(event))


def _refuse_decoration(event: NodeEvent, text: str) -> None:
    if isinstance(event, AliasEvent):
        raise _RefusedError("alias", _at(event), found=excerpt(f"*{event.anchor}"))
    if event.anchor is not None:
        raise _RefusedError("anchor", _at(event), found=excerpt(f"&{event.anchor}"))
    # A lone `!` before a text is a tag that some builds of the parser do not tell.
    start = event.start_mark
    if getattr(event, "tag", None) is not None or (start and text[start.index : start.index + 1] == "!"):
        raise _RefusedError("tag", _at(event), found=excerpt(_word(text, event)))


def _refuse_hidden(value: str, place: int, text: str) -> None:
    """A text in quotes may spell with an escape what the file itself must not hold."""
    if found := _HIDDEN.search(value):
        raise _hidden(found[0], place_in(text, place))
    if "\r" in value:
        raise _hidden("\r", place_in(text, place))


def _hidden(character: str, mark: Mark) -> _RefusedError:
    kind: Kind = "odd-line-break" if character in _BREAKS else "hidden-character"
    return _RefusedError(kind, mark, character=Verbatim(f"U+{ord(character):04X}"))


def _duplicate(key: str, place: int, first: int, text: str) -> _RefusedError:
    return _RefusedError("duplicate-key", place_in(text, place), key=excerpt(key), line=place_in(text, first).line)


def _problem(error: YAMLError, text: str) -> _RefusedError:
    """What the parser itself could not read, as one of our faults."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _RefusedError("misplaced-line", WHOLE_FILE)
    said = f"{error.context} {error.problem}"
    at = error.problem_mark
    character = text[at.index : at.index + 1]
    mark = Mark(at.line + 1, at.column + 1)
    kind: Kind = next((kind for words, kind in _PROBLEMS if words in said), "misplaced-line")
    first = Mark(error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else mark
    if kind == "too-deep":
        return _RefusedError(kind, mark, limit=DEPTH)
    if kind in _AT_FIRST:
        return _RefusedError(kind, first, found=excerpt(_line(text, first)))
    if character == "\t" and kind in ("misplaced-line", "tab"):
        return _RefusedError("tab", mark)
    opening = -1 if character else left_open(text)
    if opening >= 0:
        return _RefusedError("unclosed", place_in(text, opening), found=excerpt(_line(text, place_in(text, opening))))
    if any(words in said for words in _CANNOT_BEGIN):
        return _RefusedError("reserved-character", mark, character=Verbatim(character))
    if "document start" in said and _END.search(text, 0, at.index + 4):
        return _RefusedError("second-document", mark)
    return _RefusedError(kind, mark)


def _word(text: str, event: NodeEvent) -> str:
    return text[event.start_mark.index :].split(maxsplit=1)[0] if event.start_mark else ""


def _line(text: str, mark: Mark) -> str:
    return text.split("\n")[mark.line - 1][mark.column - 1 :].rstrip()


def _at(event: Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else WHOLE_FILE
