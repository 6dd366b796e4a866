"""The lines of the log: each is canonical JSON, names the line before by its SHA-256, and is never edited."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast, get_args

from board.model.log import (
    Committed,
    Declared,
    Entry,
    Evaluated,
    Head,
    Line,
    MailboxRead,
    Opened,
    Reason,
    Refusal,
    Ruling,
    Secret,
    Sheet,
    Source,
    Veiled,
    Verdict,
    Void,
)
from board.model.scalar import ImpossibleError, instant

# The SHA-256 that the first line names as the one before.
BEGINNING = "0" * 64

# How many lines a file of the log holds; full ones stand in a folder beside the file that grows, so that a receipt
# costs the same however old the board is.
SEGMENT = 1000

LOG = "receipts.jsonl"


class BrokenLogError(ValueError):
    """The log is not what its writer left: a line does not follow from the one before, or is no line.

    Attributes:
        line: Where, counting from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} of the log does not follow from the one before")
        self.line = line


def write_line(n: int, prev: str, at: datetime, ref: str, entry: Entry) -> str:
    """One line, without its line break."""
    kind, facts = _facts(entry)
    return _json({"n": n, "prev": prev, "at": utc(at), "ref": ref, "kind": kind, **facts})


def write_log(
    lines: Sequence[str], at: datetime, ref: str, entries: Iterable[Entry], before: int = 0, prev: str = BEGINNING
) -> tuple[str, ...]:
    """The lines of a log with more at its end; each without its line break.

    Args:
        lines: That stand there already.
        at: Instant of the new ones.
        ref: Of the procurement.
        entries: What they tell.
        before: How many lines stand before all of these.
        prev: SHA-256 of the last of those.
    """
    made = list(lines)
    for entry in entries:
        last = hashlib.sha256(made[-1].encode()).hexdigest() if made else prev
        made.append(write_line(before + len(made) + 1, last, at, ref, entry))
    return tuple(made)


def read_log(lines: Iterable[str], before: int = 0, prev: str = BEGINNING) -> Iterator[Line]:
    """The lines of a log, in order; from its beginning, or behind *before* lines whose last has the SHA-256 *prev*.

    Raises:
        BrokenLogError: A line is not canonical, or does not follow from the one before.
    """
    for n, text in enumerate(lines, before + 1):
        line = _read(n, prev, text)
        if line is None or write_line(n, prev, line.at, line.ref, line.entry) != text:
            raise BrokenLogError(n)
        prev = line.sha256
        yield line


def segments(lines: Sequence[str], grown_from: int = 0, before: int = 0) -> Mapping[str, bytes]:
    """Path to content of the files of a log, those left out that were full when it had *grown_from* lines.

    Args:
        lines: Of the log.
        grown_from: How many of them stood there already.
        before: How many lines stand before them, all in full files.
    """
    begin = max(grown_from - 1, 0) // SEGMENT * SEGMENT
    files: dict[str, bytes] = {}
    for first in range(begin, max(len(lines), 1), SEGMENT):
        part = lines[first : first + SEGMENT]
        full = first + SEGMENT < len(lines)
        path = f"receipts/{before + first + 1:09d}.jsonl" if full else LOG
        files[path] = "".join(f"{line}\n" for line in part).encode()
    return files


def joined(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The lines that stand in the files of a log, in order; the inverse of `segments`."""
    full = sorted(path for path in files if path.startswith("receipts/"))
    text = b"".join(files[path] for path in (*full, LOG) if path in files)
    return tuple(text.decode("utf-8", "surrogateescape").split("\n")[:-1])


def digest_of(head: Head, salt: str) -> str:
    """What a veiled line says of a head: SHA-256 of its facts and a salt, as canonical JSON without a line break."""
    facts = {
        "bidder": head.bidder,
        "blob": head.blob or None,
        "id": head.id or None,
        "salt": salt,
        "sha256": head.sha256 or None,
    }
    return hashlib.sha256(_json(facts).encode()).hexdigest()


def blob_id(data: bytes) -> str:
    """The id that Git gives these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def digest_of_attempt(ref: str, new: str, login: str, salt: str) -> str:
    """What a line says of something that was refused: SHA-256 of what was tried and a salt, as canonical JSON.

    Args:
        ref: Full name of the ref that was to move.
        new: Object that it was to name; empty where it was to go.
        login: Who tried; empty where nobody knows.
        salt: Text.
    """
    facts = {"bidder": login or None, "new": new or None, "ref": ref, "salt": salt}
    return hashlib.sha256(_json(facts).encode()).hexdigest()


def salt_of(key: bytes, n: int) -> str:
    """The salt of line *n* on the host that holds *key*: HMAC-SHA-256, in hexadecimal."""
    return hmac.new(key, str(n).encode("ascii"), hashlib.sha256).hexdigest()


def _facts(entry: Entry) -> tuple[str, Mapping[str, object]]:
    match entry:
        case Head():
            mail = {"arrived": utc(entry.arrived), "by": entry.by} if entry.arrived else {}
            facts = {"source": entry.source, "bidder": entry.bidder, "id": entry.id or None}
            return "head", {**facts, "blob": entry.blob or None, "sha256": entry.sha256 or None, **mail}
        case Veiled(source, digest):
            return "head", {"source": source, "digest": digest}
        case Refusal(source, digest):
            return "refused", {"source": source, "digest": digest}
        case MailboxRead(by):
            return "mailbox-read", {"by": by}
        case Declared(by, conflict):
            return "declared", {"by": by, "conflict": conflict}
        case Opened(by, sha256):
            return "opened", {"by": by, **({"sha256": sha256} if sha256 else {})}
        case Sheet(by, sha256):
            return "sheet", {"by": by, "sha256": sha256}
        case Evaluated(by, sha256):
            return "evaluation", {"by": by, "sha256": sha256}
        case Secret(by, draw, secret):
            return "secret", {"by": by, "draw": draw, "secret": secret}
        case Void(by, draw, withheld_by):
            return "void", {"by": by, "draw": draw, "withheld_by": withheld_by}
        case Committed(by, draw, sha256):
            return "commitment", {"by": by, "draw": draw, "sha256": sha256}
        case Ruling(by, verdict):
            return "ruling", {"by": by, **_verdict(verdict)}


def _verdict(verdict: Verdict) -> Mapping[str, object]:
    return {
        "doubt": verdict.doubt,
        "receipt": verdict.receipt or None,
        "bidder": verdict.bidder or None,
        "counts": verdict.counts,
        "because": verdict.because,
        "received": utc(verdict.received) if verdict.received else None,
        "blob": verdict.blob or None,
        "sha256": verdict.sha256 or None,
        "salt": verdict.salt or None,
    }


def _read(n: int, prev: str, text: str) -> Line | None:
    try:
        found: Any = json.loads(text)
        if not isinstance(found, dict) or (found["n"], found["prev"]) != (n, prev):
            return None
        entry = entry_of(found)
        at, ref = instant(found["at"]), str(found["ref"])
    except (ValueError, KeyError, TypeError, ImpossibleError):
        return None
    return Line(n, prev, at, ref, entry, hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest())


def entry_of(found: Mapping[str, Any]) -> Entry:
    """What the fields of a line tell; whatever it holds beyond that is seen when it is written again.

    Raises:
        ValueError: There is no such kind of line, or no such source.
        KeyError: A field is missing.
    """
    match found["kind"]:
        case "head" if "digest" in found:
            return Veiled(_source(found), str(found["digest"]))
        case "head":
            arrived = instant(found["arrived"]) if "arrived" in found else None
            identifier, blob, sha256 = (str(found[key] or "") for key in ("id", "blob", "sha256"))
            by = str(found.get("by", ""))
            return Head(_source(found), str(found["bidder"]), identifier, blob, sha256, arrived, by)
        case "refused":
            return Refusal(_source(found), str(found["digest"]))
        case "mailbox-read":
            return MailboxRead(str(found["by"]))
        case "declared":
            return Declared(str(found["by"]), str(found["conflict"]))
        case "opened":
            return Opened(str(found["by"]), str(found.get("sha256", "")))
        case "sheet":
            return Sheet(str(found["by"]), str(found["sha256"]))
        case "evaluation":
            return Evaluated(str(found["by"]), str(found["sha256"]))
        case "secret":
            return Secret(str(found["by"]), int(found["draw"]), str(found["secret"]))
        case "void":
            return Void(str(found["by"]), int(found["draw"]), str(found["withheld_by"]))
        case "commitment":
            return Committed(str(found["by"]), int(found["draw"]), str(found["sha256"]))
        case "ruling":
            return Ruling(str(found["by"]), _verdict_of(found))
        case _:
            raise ValueError(found["kind"])


def _verdict_of(found: Mapping[str, Any]) -> Verdict:
    if found["doubt"] not in get_args(Reason):
        raise ValueError(found["doubt"])
    bidder, blob, sha256, salt = (str(found[key] or "") for key in ("bidder", "blob", "sha256", "salt"))
    return Verdict(
        doubt=cast(Reason, found["doubt"]),
        receipt=int(found["receipt"] or 0),
        bidder=bidder,
        counts=bool(found["counts"]),
        because=str(found["because"]),
        received=instant(found["received"]) if found["received"] else None,
        blob=blob,
        sha256=sha256,
        salt=salt,
    )


def _source(found: Mapping[str, Any]) -> Source:
    if found["source"] not in ("host", "forge", "mail"):
        raise ValueError(found["source"])
    return cast(Source, found["source"])


def _json(facts: Mapping[str, object]) -> str:
    return json.dumps(facts, sort_keys=True, separators=(",", ":"))


def utc(at: datetime) -> str:
    """An instant as log and closing have it: to the second, in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
