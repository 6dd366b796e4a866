"""How the schemas are written, so that editors, two validators and people read them alike."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from board.adapters.resources import schemas
from board.core.schema import _EXPLAIN, Schemas
from board.core.yaml import load
from board.jobs.reading import _MOMENT

FILES: Any = schemas()
RECORD = sorted(name for name in FILES if name != "report.v1.schema.json")

# Keywords that say nothing of a value, or only lead to those that do.
SILENT = {"$schema", "$ref", "$defs", "title", "description", "default", "examples", "format", "x-form"}
LEADING = {"properties", "items", "if", "then", "else", "allOf", "anyOf", "not", "propertyNames"}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself first."""
    yield schema
    for keyword, value in schema.items():
        if keyword in ("properties", "$defs"):
            for child in value.values():
                yield from parts(child)
        elif keyword in ("allOf", "anyOf"):
            for child in value:
                yield from parts(child)
        elif keyword in ("items", "if", "then", "else", "not", "propertyNames") or (
            keyword == "additionalProperties" and isinstance(value, dict)
        ):
            yield from parts(value)


def conditions(schema: Any) -> list[dict[str, Any]]:
    """The schemas that only ask, and never refuse."""
    return [part for each in parts(schema) if "if" in each for part in parts(each["if"])]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema names, with what it says of the value."""
    for part in parts(schema):
        yield from part.get("properties", {}).items()


@pytest.mark.parametrize("name", FILES)
def test_is_a_schema(name: str) -> None:
    """Both validators take it for one of 2020-12."""
    Draft202012Validator.check_schema(FILES[name])
    assert FILES[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert jsonschema_rs.meta.is_valid(FILES[name])


@pytest.mark.parametrize("name", RECORD)
def test_uses_only_what_is_explained(name: str) -> None:
    """Every keyword that can refuse a value has words for the person who mends it, but in a condition."""
    asking = conditions(FILES[name])
    used = {keyword for part in parts(FILES[name]) if part not in asking for keyword in part}

    assert used - SILENT - LEADING - _EXPLAIN.keys() == set()


@pytest.mark.parametrize("name", RECORD)
def test_takes_no_key_that_it_does_not_name(name: str) -> None:
    """Every group of keys is closed, or says what any key of it holds."""
    asking = conditions(FILES[name])
    open_ = [part for part in parts(FILES[name]) if part.get("type") == "object" and part not in asking]

    assert [part for part in open_ if "if" not in part and "additionalProperties" not in part] == []


@pytest.mark.parametrize("name", RECORD)
def test_every_pattern_refuses_a_final_line_break_and_says_its_form(name: str) -> None:
    """A pattern is anchored, knows no digit of another script, and ends where the text does to every engine."""
    for part in parts(FILES[name]):
        if "pattern" in part:
            pattern = part["pattern"]
            assert set(part["x-form"]) == {"en", "fr"}
            assert "\\d" not in pattern
            assert "\\w" not in pattern
            assert "\\s" not in pattern
            if not re.fullmatch(r"\[\^[^\]]+\]", pattern):
                assert pattern.startswith("^")
                assert pattern.endswith("$(?!\n)")


@pytest.mark.parametrize("name", FILES)
def test_is_described_in_both_languages(name: str) -> None:
    """Title, file and every key: English, a dash, French, as an editor shows it; a shared form may say it itself."""
    schema = FILES[name]
    assert " / " in schema["title"]
    assert " — " in schema["description"]
    asking = [id(part) for part in conditions(schema)]
    for part in parts(schema):
        if id(part) in asking:
            continue
        for key, value in part.get("properties", {}).items():
            if key == "schema" and "$ref" in value:
                continue
            english, dash, french = value.get("description", "").partition(" — ")
            assert dash, (name, key)
            assert english.strip(), (name, key)
            assert french.strip(), (name, key)


@pytest.mark.parametrize("name", RECORD)
def test_no_key_is_a_word_of_yaml(name: str) -> None:
    """Without quotes, every key is text to every reader: `on`, `no` and `y` are no keys."""
    keys = sorted({key for key, _ in properties(FILES[name])})

    for key in keys:
        assert load("a.yml", f"{key}: x".encode()).value == {key: "x"}


def test_a_key_that_is_a_word_of_yaml_would_be_found() -> None:
    """The near twin: what the test above would refuse."""
    assert load("a.yml", b"on: x").value is None


@pytest.mark.parametrize("name", RECORD)
def test_refers_to_itself_and_to_the_common_file_alone(name: str) -> None:
    """Nothing is ever retrieved, and every reference leads somewhere."""
    for part in parts(FILES[name]):
        if "$ref" in part:
            file, _, pointer = part["$ref"].partition("#/$defs/")
            assert file in ("", "common.v1.schema.json")
            assert pointer in FILES[file or name]["$defs"]


def test_every_common_form_is_used() -> None:
    """What no kind of file refers to would say nothing."""
    used = {part["$ref"].rpartition("/")[2] for name in RECORD for part in parts(FILES[name]) if "$ref" in part}

    assert set(FILES["common.v1.schema.json"]["$defs"]) - used == set()


@pytest.mark.parametrize("name", RECORD)
def test_days_and_instants_are_known_by_their_keys(name: str) -> None:
    """A day that no calendar has is placed by the name of its key, so these names and no others end so."""
    for key, value in properties(FILES[name]):
        form = value.get("$ref", "").rpartition("/")[2]
        assert bool(_MOMENT.search(key)) == (form in ("day", "instant") or key == "zone"), key


def test_every_file_begins_with_its_version() -> None:
    """`schema: 1` is the first key of each, with or without quotes, and nothing else is version 1."""
    for name in RECORD:
        if name != "common.v1.schema.json":
            assert next(iter(FILES[name]["properties"])) == "schema"
            assert FILES[name]["required"][0] == "schema"
    version = Schemas(FILES).whole("bid")["$defs"]["schema"]
    taken = [value for value in ("1", "2", "01", "1.0", True) if Draft202012Validator(version).is_valid(value)]
    assert taken == ["1"]
