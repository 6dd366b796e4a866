"""The talk between `git receive-pack` and its hook `proc-receive`, in lines with their length before them.

Source: gitprotocol-common(5), « pkt-line Format »; githooks(5), « proc-receive ».
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from board.model.host import Sent

_MOST = 65_520
_HEADER = 4
_NO_OBJECT = "0" * 40


class UnreadableTalkError(Exception):
    """Git ended early, or said something that this version of the protocol does not have."""


@dataclass(frozen=True, slots=True)
class Push:
    """What Git hands to the hook.

    Attributes:
        sent: The refs that are to move, in order.
        options: What the pusher said beside them.
    """

    sent: tuple[Sent, ...]
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one ref.

    Attributes:
        ref: Full name.
        problem: Why it was refused, in one line; empty where it moved.
    """

    ref: str
    problem: str = ""


def received(stdin: BinaryIO, stdout: BinaryIO) -> Push:
    """Agree on the version, and read what is pushed.

    Raises:
        UnreadableTalkError: It is another version, or no such talk.
    """
    greeting = list(_lines(stdin))
    version, _, words = (greeting[0] if greeting else b"").partition(b"\0")
    if version != b"version=1":
        raise UnreadableTalkError(f"git greets with {version!r}")
    offered = words.split()
    agreed = b"push-options" in offered
    _write(stdout, [b"version=1\0push-options" if agreed else b"version=1"])
    sent = tuple(map(_sent, _lines(stdin)))
    options = tuple(line.decode("utf-8", "replace") for line in _lines(stdin)) if agreed else ()
    return Push(sent, options)


def report(stdout: BinaryIO, verdicts: Iterable[Verdict]) -> None:
    """Say what became of each ref."""
    lines = (f"ng {one.ref} {one.problem}" if one.problem else f"ok {one.ref}" for one in verdicts)
    _write(stdout, [line.encode("utf-8", "surrogateescape")[: _MOST - _HEADER] for line in lines])


def packed(data: bytes) -> bytes:
    """One line with its length, which counts itself, in four hexadecimal digits."""
    return b"%04x%s" % (len(data) + _HEADER, data)


def _write(stdout: BinaryIO, lines: Sequence[bytes]) -> None:
    stdout.write(b"".join(map(packed, lines)) + b"0000")
    stdout.flush()


def _lines(stdin: BinaryIO) -> Iterator[bytes]:
    """The lines up to the next flush, without their line breaks."""
    while True:
        header = stdin.read(_HEADER)
        try:
            size = int(header, 16) if len(header) == _HEADER else -1
        except ValueError:
            size = -1
        if size == 0:
            return
        if not _HEADER <= size <= _MOST:
            raise UnreadableTalkError(f"git says {header!r} where a length should be")
        data = stdin.read(size - _HEADER)
        if len(data) != size - _HEADER:
            raise UnreadableTalkError("git ended in the middle of a line")
        yield data.removesuffix(b"\n")


def _sent(line: bytes) -> Sent:
    words = line.decode("utf-8", "surrogateescape").split(" ", 2)
    if len(words) != 3 or any(len(word) != len(_NO_OBJECT) for word in words[:2]):
        raise UnreadableTalkError(f"git says {line!r} where a ref should be")
    old, new, ref = words
    return Sent(ref, *("" if word == _NO_OBJECT else word for word in (old, new)))
