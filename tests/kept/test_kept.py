"""What was ever released loads, is valid and becomes a model, for ever."""

from pathlib import Path
from typing import Any

import pytest
from tests.rules.subjects.documents import BUILDERS, SCHEMAS

from board.core.document import Document
from board.jobs.reading import read

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yml"))


def kind_of(path: Path) -> str:
    """The kind of a kept file, from its name."""
    return path.stem.split("-")[0]


def document(path: Path) -> Document:
    """A kept file, judged."""
    kind = kind_of(path)
    return read(path.name, path.read_bytes(), kind, BUILDERS[kind], SCHEMAS)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_is_valid_for_ever(path: Path) -> None:
    """No finding of reader, schema or model."""
    assert document(path).faults == ()


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_key_of_the_schema_is_kept(kind: str) -> None:
    """The full files of a kind hold every key that the schema knows; the least one only what it must."""
    schema = SCHEMAS.whole(kind)
    full = [document(path).value for path in FILES if path.stem.startswith(f"{kind}-full")]
    least = document(HERE / f"{kind}-least.yml").value
    assert isinstance(least, dict)

    known = set(_known(schema, schema, ""))
    held = {pointer for value in full for pointer in _held(value, "")}

    assert known - held == set()
    assert set(least) >= set(schema["required"])
    assert set(least) - set(schema["required"]) <= ({"bids"} if kind == "award" else set())


def _known(schema: dict[str, Any], part: dict[str, Any], pointer: str) -> list[str]:
    """Pointers to every key that a schema names, with `*` for any place of a list."""
    if "$ref" in part:
        return _known(schema, schema["$defs"][part["$ref"].rpartition("/")[2]], pointer)
    found = []
    for key, child in part.get("properties", {}).items():
        found += [f"{pointer}/{key}", *_known(schema, child, f"{pointer}/{key}")]
    if "items" in part:
        found += _known(schema, part["items"], f"{pointer}/*")
    for branch in ("then", "else"):
        if "$ref" in part.get(branch, {}):
            found += _known(schema, part[branch], pointer)
    return found


def _held(value: object, pointer: str) -> list[str]:
    found = []
    if isinstance(value, dict):
        for key, child in value.items():
            found += [f"{pointer}/{key}", *_held(child, f"{pointer}/{key}")]
    if isinstance(value, list):
        for child in value:
            found += _held(child, f"{pointer}/*")
    return found
