"""What can be said of an age envelope without a key: its armour, its header, and how long its content is.

Source: age-encryption.org/v1. Its armour is malleable (other line breaks, blank lines, spaces at the end of lines are
opened by some programs and not by others), so that only one form of it is taken.
"""

import base64
import binascii
import re
from functools import lru_cache
from typing import Literal

from board.state.envelope import BUCKETS

# What can be wrong; each is owned by one rule of BID.
Flaw = Literal["armour", "header", "recipients", "length"]

BEGIN, END = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"

_COLUMNS = 64
_HEADER_MOST = 2048  # bytes
_VERSION = "age-encryption.org/v1"
_WORD = re.compile(r"[!-~]+")
_KEY = 32  # bytes of an X25519 share, of a wrapped file key with its tag, and of the header's MAC
_AROUND = 16 + 16  # bytes of the nonce before, and of the tag behind, a content of one piece
_PIECE = 65536  # bytes of content in a piece


def armoured(data: bytes) -> str:
    """The canonical armour of an age file: lines of 64 characters, one line break at the end."""
    text = base64.b64encode(data).decode()
    lines = (text[at : at + _COLUMNS] for at in range(0, len(text), _COLUMNS))
    return "\n".join((BEGIN, *lines, END)) + "\n"


def bare(armour: str) -> bytes | None:
    """The age file inside; None where the armour is not the canonical one."""
    lines = armour.split("\n")
    if len(lines) < 4 or lines[0] != BEGIN or lines[-2:] != [END, ""]:
        return None
    try:
        data = base64.b64decode("".join(lines[1:-2]), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if armoured(data) == armour else None


@lru_cache(maxsize=64)  # each rule asks for itself
def flaw(armour: str) -> Flaw | None:
    """What is wrong with an envelope, looked at from outside; None where nothing is.

    To whom it is addressed cannot be seen: a stanza does not name its key.
    """
    data = bare(armour)
    if data is None:
        return "armour"
    end = _end_of_header(data)
    lines = data[:end].decode("latin-1").split("\n")[:-1] if end else []
    if len(lines) < 2 or lines[0] != _VERSION or not _is_mac(lines[-1]):
        return "header"
    kinds = _stanzas(lines[1:-1])
    if kinds is None:
        return "header"
    if kinds.count("X25519") != 1 or any(kind != "X25519" and not kind.endswith("-grease") for kind in kinds):
        return "recipients"
    return None if content_length(len(data) - end) in BUCKETS else "length"


def content_length(payload: int) -> int:
    """How long the content is that a payload of that many bytes holds; below 0 where it holds none.

    The length of the whole file tells nothing: some programs add a stanza of random length.
    """
    pieces = max(-(-(payload - 16) // (_PIECE + 16)), 1)
    return payload - 16 - 16 * pieces


def _end_of_header(data: bytes) -> int:
    """How many bytes the header takes, its last line break counted; 0 where it does not end in time."""
    at = data.find(b"\n---", 0, _HEADER_MOST)
    end = data.find(b"\n", at + 1, _HEADER_MOST) if at >= 0 else -1
    return end + 1


def _is_mac(line: str) -> bool:
    mark, _, mac = line.partition(" ")
    return mark == "---" and _length(mac) == _KEY


def _stanzas(lines: list[str]) -> list[str] | None:
    """The types of the stanzas between version and MAC; None where one is not well formed."""
    kinds: list[str] = []
    rest = list(lines)
    while rest:
        mark, *words = rest.pop(0).split(" ")
        if mark != "->" or not words or not all(map(_WORD.fullmatch, words)):
            return None
        body: list[str] = []
        while rest and len(rest[0]) == _COLUMNS:
            body.append(rest.pop(0))
        if not rest or len(rest[0]) > _COLUMNS:
            return None
        body.append(rest.pop(0))
        length = _length("".join(body))
        if length is None or (words[0] == "X25519" and not (len(words) == 2 and _length(words[1]) == length == _KEY)):
            return None
        kinds.append(words[0])
    return kinds


def _length(text: str) -> int | None:
    """How many bytes a Base64 text without padding stands for; None where it is not the one text of any bytes."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return len(data) if base64.b64encode(data).decode().rstrip("=") == text else None
