"""What is inside an envelope, to the byte: canonical JSON, filled up with spaces to one of four lengths.

Sources: RFC 8259, with sorted keys and no spaces; the lengths hide how much somebody had to say.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import cast

from board.model.reference import is_login, is_ref
from board.model.sealing import PARTS, Content, Opening

# Lengths of a padded plaintext, in bytes.
BUCKETS = (4096, 8192, 16384, 32768)

_KEYS = {"bidder", "content", "key", "opportunity", "part", "salt", "v"}
_SALT = re.compile(r"[0-9a-f]{64}")
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,63}")
_CRITERION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TooLongError(ValueError):
    """An opening is longer than the longest envelope.

    Attributes:
        part: ``offer`` or ``answers``.
        bytes: How long it is, with its line break.
        limit: How long it may be.
    """

    def __init__(self, part: str, found: int) -> None:
        super().__init__(f"the {part} takes {found} bytes, and an envelope {BUCKETS[-1]}")
        self.part = part
        self.bytes = found
        self.limit = BUCKETS[-1]


def write_opening(opening: Opening) -> bytes:
    """The padded plaintext: what is sealed, and what is published with the outcome.

    Raises:
        TooLongError: It does not fit the longest envelope.
    """
    text = _json(opening)
    length = next((bucket for bucket in BUCKETS if len(text) < bucket), 0)
    if not length:
        raise TooLongError(opening.part, len(text) + 1)
    return text.ljust(length - 1) + b"\n"


def read_opening(data: bytes) -> Opening | None:
    """What a padded plaintext says; None where it is not what `write_opening` writes.

    A longer padding than needed is taken: it hides more, and harms nobody.
    """
    if len(data) not in BUCKETS or not data.endswith(b"\n"):
        return None
    bare = data[:-1].rstrip(b" ")
    try:
        opening = _opening(json.loads(bare.decode()))
        # Written again, whatever is not canonical differs: order, spaces, escapes, a key that stands twice.
        return opening if opening and _json(opening) == bare else None
    except (ValueError, RecursionError):
        return None


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def _json(opening: Opening) -> bytes:
    facts = {
        "bidder": opening.bidder,
        "content": {
            key: dict(value) if isinstance(value, Mapping) else value for key, value in opening.content.items()
        },
        "key": opening.key,
        "opportunity": opening.opportunity,
        "part": opening.part,
        "salt": opening.salt,
        "v": 1,
    }
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _opening(found: object) -> Opening | None:
    if not isinstance(found, dict) or set(found) != _KEYS or found["v"] != 1 or found["part"] not in PARTS:
        return None
    texts = [found[key] for key in ("bidder", "key", "opportunity", "salt")]
    if not all(isinstance(text, str) for text in texts) or not _is_content(found["content"]):
        return None
    bidder, key, opportunity, salt = texts
    if not (is_login(bidder) and is_ref(opportunity) and _RECIPIENT.fullmatch(key) and _SALT.fullmatch(salt)):
        return None
    return Opening(found["part"], opportunity, bidder, key, salt, cast(Content, found["content"]))


def _is_content(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    for key, value in found.items():
        if not _KEY.fullmatch(key):
            return False
        if isinstance(value, dict):
            if not all(_CRITERION.fullmatch(name) and isinstance(text, str) for name, text in value.items()):
                return False
        elif not isinstance(value, str | bool):
            return False
    return True
