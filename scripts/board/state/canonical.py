"""YAML as the board itself writes it: one text for one value, to the byte.

Text stands in double quotes; counts, rates and true or false stand plain, as `record.md` lets them; lists of texts
stand in one line, lists of mappings one entry after the other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

# What a canonical file may hold. A mapping keeps its order; a sequence holds scalars alone or mappings alone.
Node: TypeAlias = "str | bool | int | Decimal | Sequence[Node] | Mapping[str, Node]"

_STEP = "  "


def write(fields: Mapping[str, Node], schema: str = "") -> bytes:
    """The file that holds *fields*.

    Args:
        fields: Key to value, in the order in which they are to stand.
        schema: Address of its JSON Schema, for editors; empty leaves the line out.
    """
    header = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "".join(f"{line}\n" for line in (*header, *_mapping(fields, ""))).encode()


def money(amount: Decimal) -> str:
    """CAD as files have it: with two places."""
    return f"{amount:.2f}"


def _mapping(fields: Mapping[str, Node], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        yield from _entry(key, value, indent)


def _entry(key: str, value: Node, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _mapping(value, indent + _STEP)
    elif isinstance(value, str | bool | int | Decimal):
        yield f"{indent}{key}: {_scalar(value)}"
    elif value and all(isinstance(item, Mapping) for item in value):
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, indent + _STEP)
    else:
        yield f"{indent}{key}: [{', '.join(_scalar(item) for item in value)}]"


def _item(item: Node, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping):
        for number, line in enumerate(_mapping(item, indent + _STEP)):
            yield line if number else f"{indent}- {line.lstrip(' ')}"


def _scalar(value: Node) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A JSON string is a YAML double-quoted scalar, and writes what is beyond ASCII as it is.
        return json.dumps(value, ensure_ascii=False)
    return str(value)
