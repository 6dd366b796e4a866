"""Values that readers and validators may take otherwise, and documents with one of them somewhere."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

# Values that a validator may take for something that another does not.
PROBES: list[Any] = [
    *("", " ", "\n", "a", "A", "0", "00", "1", "1\n", "\n1", "-1", "1.0", "1.00", "1.00\n", "01.00", "1.000"),
    *(".10", "1e3"),
    *("2026-02-30", "2026-02-28", "2026-02-28\n", "2026-13-01", "1899-12-31", "2200-01-01"),
    *("２０２６-01-01", "2026-1-1"),
    *("2026-09-15T14:00:00-04:00", "2026-09-15T14:00:00-04:00\n", "2026-09-15T14:00:00", "2026-09-15T24:00:00Z"),
    *("2026-09-15t14:00:00z", "2026-09-15T14:00:60Z", "2026-09-15T14:00:00.5Z", "2026-09-15T14:00:00+24:00"),
    *("a-b", "a--b", "-a", "a-", "a_b", "é", "e\u0301", "a/2026/b", "a/2026/b\n", "a/2026", "ON", "on", "en"),
    *("fr", "NA"),
    *("https://example.invalid", "http://example.invalid", "https://é.example", "https://a b", "a@b.c", "a@b"),
    *("@", "a@b.c\n"),
    *("f" * 40, "f" * 64, "F" * 64, "f" * 64 + "\n", "github:1", "github:", "x" * 120, "é" * 121, "😀" * 120),
    *("x" * 70000,),
    *("\u00a0", "\u202f\u00a0", "\u2003", "\u200b", "\x85", "1\u0661", "1.\u0660\u0660", "true"),
    *("America/Toronto", "K1Z"),
    *(True, False, [], ["a"], ["a", "a"], [True], [[]], [{}], {}, {"en": "a"}, {"en": "a", "fr": "b"}, {"x": "y"}),
    *("en", "a", "fr", "", "en", "fr", "b", "sealed", "x", "sha256", "f" * 64, "price", "1.00", "", ""),
]  # fmt: skip


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value in *value*."""
    yield path
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(child, (*path, key))


def changed(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """*value* with another value at one place."""
    if not path:
        return new
    copy = deepcopy(value)
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = new
    return copy


def without(value: Any, path: tuple[str | int, ...]) -> Any:
    """*value* without what stands at one place."""
    copy = deepcopy(value)
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    return copy
