"""Whatever the bytes, the loader gives a document; and what it takes, another reader reads alike."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from board.core.document import Document, Mark
from board.core.yaml import load

SPECIMEN = Path(__file__).parents[1] / "specimen"

# What breaks readers of YAML, and what they differ on.
PIECES = [
    *("a: ", "b", "- ", "  ", "\n", "\n  ", "\n    ", ": ", ":", "? ", "&a ", "*a", "!t ", "! ", "!!str ", "<<: "),
    *("|", ">-\n ", "[", "]", "{", "}", ", ", "'", '"', "#", " # c\n", "---\n", "...\n", "%YAML 1.1\n", "\t"),
    *("\r\n", "\r", "~", "null", "no", "ON", "010", "1e3", "12:30", "1_000", "true", "false", "2026-09-25"),
    *("2026-09-15T14:00:00Z", "0.10", ".5", "=", "\\u202e", "\\n", "\\", "\u202e", "\u2028", "\x85", "\x00"),
    *("\ufeff", "\u00e9", "\U0001f600", "\u00a0", "key", "k: v"),
]


def corrupted(seed: int) -> bytes:
    """A file of the specimen with some of its bytes changed, doubled, lost, or mixed with pieces."""
    chance = random.Random(seed)  # noqa: S311 - the same numbers each time
    data = bytearray(chance.choice(FILES))
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                data[at:at] = chance.choice(PIECES).encode("utf-8")
            case 2:
                del data[at : at + chance.randrange(40)]
            case 3:
                data[at:at] = data[at : at + chance.randrange(200)] * chance.randrange(4)
            case _:
                data = data[:at] if at > 10 else data
    return bytes(data)


def assembled(seed: int) -> str:
    """A few pieces in any order."""
    chance = random.Random(seed)  # noqa: S311 - the same numbers each time
    return "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))


FILES = [path.read_bytes() for path in sorted(SPECIMEN.rglob("*.yml"))]


def is_whole(document: Document) -> bool:
    """Whether a document holds values with a place for each, or exactly one fault."""
    if document.faults:
        return document.value is None and document.marks == 0 and len(document.faults) == 1
    return all(mark.line > 0 and mark.column > 0 for mark in _places(document, document.value, ""))


def _places(document: Document, value: object, pointer: str) -> Iterator[Mark]:
    yield document.locate(pointer)
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from _places(document, child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")


def test_any_bytes_give_a_document() -> None:
    """A broken file is a value in the stream; in three thousand, each way to break is among them, and some are not."""
    kinds = set()
    for seed in range(3000):
        document = load("a.yml", corrupted(seed))
        assert is_whole(document), seed
        kinds |= {fault.kind for fault in document.faults} or {"none"}

    assert len(kinds) > 15
    assert "none" in kinds


def test_any_pieces_give_a_document() -> None:
    """Short texts made of what readers differ on: none raises, and every fault has its place."""
    for seed in range(20000):
        assert is_whole(load("a.yml", assembled(seed).encode("utf-8", "surrogatepass"))), seed


def test_what_is_taken_reads_alike_elsewhere() -> None:
    """The parser in Python is another program; it finds the same texts, but for the two truth values.

    With its guesses at types on, what it takes for something else is a plain decimal number, a day or an instant. Where
    it refuses (it likes tabs less than ours) nobody reads two things.
    """
    taken = 0
    for seed in range(20000):
        text = assembled(seed)
        document = load("a.yml", text.encode())
        if document.faults:
            continue
        try:
            texts = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text alone
            guesses = yaml.safe_load(text)
        except (yaml.YAMLError, ValueError):
            continue
        taken += 1
        assert _same(document.value, texts), (seed, text)
        assert _guessed(document.value, guesses), (seed, text)

    assert taken > 500


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return list(ours) == list(theirs) and all(_same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same, ours, theirs))
    return (str(ours).lower() if isinstance(ours, bool) else ours) == theirs


def _guessed(ours: object, theirs: object) -> bool:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return list(ours) == list(theirs) and all(_guessed(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_guessed, ours, theirs))
    if isinstance(theirs, int | float | date) and not isinstance(theirs, bool):
        return isinstance(ours, str) and ours[:1] in "-0123456789"
    return ours == theirs
