"""Whether a document has the form of its kind, and if not, what a person can mend.

A compiled validator says valid or not, in some microseconds. Only a file that it refuses meets the slow one, which
knows where and why. Where the two disagree the failure is ours, not the file's.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, cast

import jsonschema_rs

from board.core.document import Document, Fault, pointer_to
from board.core.fact import Fact, Verbatim, excerpt
from board.core.personal import personal_word
from board.core.text import LANGUAGES, Bilingual

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_COMMON = "common.v1.schema.json"

# Every kind of fault that is found here; each is owned by exactly one rule of SCH.
Kind = Literal[
    "missing-key", "missing-language", "unknown-key", "personal-key", "wrong-type", "not-in-list", "wrong-form",
    "too-short", "too-long", "too-few", "too-many", "duplicate-entry",
]  # fmt: skip

# Kind of fault, pointer to the value that is to be mended, and facts.
_Found: TypeAlias = Iterator[tuple[Kind, str, Mapping[str, Fact]]]

_SETTLES = ("wrong-type", "missing-language")

_LANGUAGE_NAMES = {"en": Bilingual("English", "anglais"), "fr": Bilingual("French", "français")}
_EXPECTED = {
    "object": Bilingual("a group of keys", "un groupe de clés"),
    "array": Bilingual("a list", "une liste"),
    "string": Bilingual("text", "du texte"),
    "number": Bilingual("a number", "un nombre"),
    "boolean": Bilingual("true or false, without quotes", "true ou false, sans guillemets"),
}
_STANDS_THERE: tuple[tuple[type, Bilingual], ...] = (
    (bool, Bilingual("true or false", "true ou false")),
    (str, Bilingual("text", "du texte")),
    (list, Bilingual("a list", "une liste")),
    (dict, Bilingual("a group of keys", "un groupe de clés")),
)


class UnknownKindError(Exception):
    """There is no schema for a kind of file.

    Attributes:
        kind: Which.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(f"no schema for {kind}")
        self.kind = kind


class ValidatorsDisagreeError(Exception):
    """The compiled validator refuses a file in which the other finds nothing that a rule could name.

    Attributes:
        path: Of the file.
        kind: Of file.
    """

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(f"the two validators of {kind} disagree on {path}")
        self.path = path
        self.kind = kind


class Schemas:
    """The schemas of one program; each is compiled when a file of its kind first asks."""

    def __init__(self, files: Mapping[str, Mapping[str, object]]) -> None:
        """Take the schemas.

        Args:
            files: File name, such as ``bid.v1.schema.json``, to schema.
        """
        self._files = files
        self._compiled: dict[str, jsonschema_rs.Validator] = {}

    def validate(self, kind: str, document: Document) -> tuple[Fault, ...]:
        """What is wrong with the form of *document*, in the order of the file; empty for a valid one.

        Raises:
            UnknownKindError: There is no schema for *kind*.
            ValidatorsDisagreeError: The two validators do.
        """
        compiled = self._compiled.get(kind)
        if compiled is None:
            compiled = self._compiled[kind] = jsonschema_rs.Draft202012Validator(
                self.whole(kind), validate_formats=False, offline=True
            )
        if compiled.is_valid(document.value):
            return ()
        faults = _faults(self.whole(kind), document)
        if not faults:
            raise ValidatorsDisagreeError(document.path, kind)
        return faults

    def whole(self, kind: str) -> dict[str, Any]:
        """The schema of *kind* with everything that it shares with others inside: nothing is left to retrieve.

        Raises:
            UnknownKindError: There is none.
        """
        try:
            own, common = self._files[f"{kind}.v1.schema.json"], self._files[_COMMON]
        except KeyError as error:
            raise UnknownKindError(kind) from error
        shared, mine = cast("dict[str, Any]", common["$defs"]), cast("dict[str, Any]", own.get("$defs", {}))
        text = json.dumps({**own, "$defs": {**shared, **mine}}).replace(f'"{_COMMON}#', '"#')
        return cast("dict[str, Any]", json.loads(text))


class _Complaint(NamedTuple):
    """What a validator says of one value.

    Attributes:
        asked: What the keyword of the schema asks for.
        found: The value.
        schema: The part of the schema that holds the keyword.
        pointer: To the value.
    """

    asked: Any
    found: Any
    schema: Any
    pointer: str


def _complaint(error: "ValidationError") -> _Complaint:
    pointer = pointer_to(*error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:  # then a key is judged, and the path leads to what holds it
        pointer += pointer_to(str(error.instance))
    return _Complaint(error.validator_value, error.instance, error.schema, pointer)


def _faults(schema: Mapping[str, Any], document: Document) -> tuple[Fault, ...]:
    """Each fault once, in the order of the file; a value of the wrong type, or none at all, has no other."""
    # Loaded for a file that is not valid, since most runs meet none and it takes a tenth of a second.
    from jsonschema import Draft202012Validator
    from referencing import Registry

    validator = Draft202012Validator(schema, registry=Registry())
    found = dict.fromkeys(
        (kind, pointer, tuple(facts.items()))
        for error in validator.iter_errors(document.value)
        for kind, pointer, facts in _EXPLAIN[str(error.validator)](_complaint(error))
    )
    settled = {pointer for kind, pointer, _ in found if kind in _SETTLES}
    faults = (
        Fault(kind, pointer, document.locate(pointer), dict(facts))
        for kind, pointer, facts in found
        if kind in _SETTLES or pointer not in settled
    )
    return tuple(sorted(faults, key=lambda fault: (fault.mark, fault.pointer, fault.kind)))


def _required(said: _Complaint) -> _Found:
    for key in said.asked:
        if key in said.found:
            continue
        if key in LANGUAGES:
            yield "missing-language", said.pointer, {"language": _LANGUAGE_NAMES[key], "key": Verbatim(key)}
        else:
            yield "missing-key", said.pointer, {"key": Verbatim(key)}


def _additional(said: _Complaint) -> _Found:
    known = said.schema["properties"]
    free = tuple(Verbatim(key) for key in known if key not in said.found) or tuple(map(Verbatim, known))
    for key in said.found:
        if key in known:
            continue
        if word := personal_word(key):
            yield "personal-key", said.pointer + pointer_to(key), {"word": Verbatim(word)}
        else:
            near = tuple(Verbatim(word) for word in get_close_matches(key, known, 3))
            yield "unknown-key", said.pointer + pointer_to(key), {"key": excerpt(key), "keys": near or free}


def _type(said: _Complaint) -> _Found:
    # Money, counts and rates are text to the loader, and a number to editors: the last of their types says which.
    types = said.asked
    expected = _EXPECTED[types if isinstance(types, str) else types[-1]]
    found = next(words for kind, words in _STANDS_THERE if isinstance(said.found, kind))
    yield "wrong-type", said.pointer, {"found": found, "expected": expected}


def _enum(said: _Complaint) -> _Found:
    listed = tuple(Verbatim(word) for word in dict.fromkeys(map(str, said.asked)))
    yield "not-in-list", said.pointer, {"found": excerpt(str(said.found)), "listed": listed}


def _pattern(said: _Complaint) -> _Found:
    form = Bilingual(**said.schema["x-form"])
    key = said.pointer.rpartition("/")[2]
    if key in LANGUAGES and not said.found.strip():
        yield "missing-language", said.pointer, {"language": _LANGUAGE_NAMES[key], "key": Verbatim(key)}
    else:
        yield "wrong-form", said.pointer, {"found": excerpt(said.found), "form": form}


def _size(kind: Kind) -> Callable[[_Complaint], _Found]:
    def explain(said: _Complaint) -> _Found:
        yield kind, said.pointer, {"count": len(said.found), "limit": said.asked}

    return explain


def _unique(said: _Complaint) -> _Found:
    items = said.found
    for index, item in enumerate(items):
        if item in items[:index]:
            yield "duplicate-entry", said.pointer + pointer_to(index), {"found": excerpt(str(item))}


# Every keyword of the schemas that can refuse a value; `if`, `then`, `allOf` and `$ref` only lead to these.
_EXPLAIN: Mapping[str, Callable[[_Complaint], _Found]] = {
    "required": _required,
    "additionalProperties": _additional,
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _size("too-short"),
    "maxLength": _size("too-long"),
    "minItems": _size("too-few"),
    "maxItems": _size("too-many"),
    "uniqueItems": _unique,
}
