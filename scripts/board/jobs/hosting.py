"""What a host does with what is pushed to it: take in and receipt, or refuse and note."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.jobs.auction import Sent as Arrived
from board.jobs.log import Log, appended, end_of_log, line_of
from board.model.arrivals import Opening, Openings
from board.model.host import Denied, Harm, Pusher, Receipt, Sent
from board.model.log import Head, Line, Refusal, Veiled
from board.model.reference import bid_path, of_bid_branch, of_post_branch
from board.model.snapshot import Edit, Move, Nothing, Outcome, Snapshot
from board.state.authority import is_login, is_mail_name
from board.state.ledger.log import blob_id, digest_of, digest_of_attempt, salt_of, write_line

HEADS = "refs/heads/"

# What each line of a host was about; hidden from everybody, so that nobody learns who bids.
RECEIVED = "refs/host/received/"
WITHDRAWN = "refs/host/withdrawn/"

# The log is written by nobody in particular.
AUTHOR = "board"

# More refs than that are no bid.
MOST_REFS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of something that was pushed.

    Attributes:
        outcome: For `act`.
        receipt: For the supplier; None where nothing was receipted.
        denied: Why it was not taken in; None where it was.
    """

    outcome: Outcome
    receipt: Receipt | None = None
    denied: Denied | None = None


def place(sent: Sent, pusher: Pusher) -> tuple[str, str] | Harm:
    """Login and REF of a branch for bids or postings, or why it is not for the pusher to move."""
    branch = sent.ref.removeprefix(HEADS)
    named = of_bid_branch(branch) or of_post_branch(branch)
    if not sent.ref.startswith(HEADS) or named is None:
        return "name" if branch.startswith(("bids/", "posts/")) else "closed-ref"
    if not is_login(named[0]) or len(named[0]) > 39:
        return "name"
    if is_mail_name(named[0]) or pusher.login not in ("", named[0]):
        return "not-yours"
    return named


def take_in(snapshot: Snapshot, sent: Sent, at: datetime, key: bytes) -> Answer:
    """The receipt of a bid's head, or of a withdrawal, and what is to be written.

    Args:
        snapshot: Of the host.
        sent: A bid's branch, whose name and objects were found harmless.
        at: Instant at which it is taken in.
        key: Of the host.

    Raises:
        BrokenLogError: The log is not whole.
    """
    login, ref = of_bid_branch(sent.ref.removeprefix(HEADS)) or ("", "")
    log, stands = end_of_log(snapshot), snapshot.refs.get(sent.ref, "")
    if sent.new == stands:
        given = _given(snapshot, log, login, ref, stands, key)
        if given:
            return Answer(Nothing(), given)
    if not sent.new and not stands:
        return Answer(Nothing(), denied=Denied(sent, "nothing-to-withdraw"))
    head = head_at(snapshot, ref, login, sent.new)
    n = log.before + len(log.lines) + 1
    salt = salt_of(key, n)
    commit, (line,) = appended(log, ref, at, [Veiled("host", digest_of(head, salt))])
    name = f"{RECEIVED if sent.new else WITHDRAWN}{n}/{login}"
    # What an act left that was killed before its line was written speaks of nothing.
    stale = (Move(left, old, "") for left, old in _of_line(snapshot, n) if left != name)
    edit = Edit(
        AUTHOR,
        at,
        (commit,),
        before=(*stale, Move(name, snapshot.refs.get(name, ""), sent.new or stands)),
        after=(Move(sent.ref, stands, sent.new),) if sent.new != stands else (),
    )
    text = write_line(line.n, line.prev, line.at, line.ref, line.entry)
    # Whoever pushes second while the clock is back is in the same doubt as who pushed first.
    latest = max((each.at for each in log.lines), default=line.at)
    back = latest if latest > line.at else None
    return Answer(edit, _receipt(line, text, ref, head, sent.new, salt, before=back))


def deny(snapshot: Snapshot, sent: Sent, pusher: Pusher, harm: Harm, at: datetime, key: bytes) -> Answer:
    """The line that tells of an attempt which would have harmed the repository, where it names a procurement.

    Raises:
        BrokenLogError: The log is not whole.
    """
    branch = sent.ref.removeprefix(HEADS)
    _, ref = of_bid_branch(branch) or of_post_branch(branch) or ("", "")
    if not ref:
        return Answer(Nothing(), denied=Denied(sent, harm))
    log = end_of_log(snapshot)
    n = log.before + len(log.lines) + 1
    salt = salt_of(key, n)
    entry = Refusal("host", digest_of_attempt(sent.ref, sent.new, pusher.login, salt))
    commit, _ = appended(log, ref, at, [entry])
    stale = tuple(Move(left, old, "") for left, old in _of_line(snapshot, n))
    return Answer(Edit(AUTHOR, at, (commit,), before=stale), denied=Denied(sent, harm, n, salt))


def openings(snapshot: Snapshot, lines: Iterable[Line], key: bytes) -> Openings:
    """What opens each veiled line; lines that nothing here opens are left out.

    Args:
        snapshot: Of the host.
        lines: Of the log, such as those of one procurement; the others are passed over.
        key: Of the host.
    """
    named: dict[int, list[tuple[str, str, str]]] = {}
    for prefix in (RECEIVED, WITHDRAWN):
        for name, target in snapshot.refs.items():
            n, _, login = name.removeprefix(prefix).partition("/")
            if name.startswith(prefix) and n.isdigit():
                named.setdefault(int(n), []).append((prefix, login, target))
    found: dict[int, Opening] = {}
    for line in lines:
        if not isinstance(line.entry, Veiled):
            continue
        salt = salt_of(key, line.n)
        for prefix, login, target in named.get(line.n, ()):
            head = head_at(snapshot, line.ref, login, target if prefix == RECEIVED else "")
            if digest_of(head, salt) == line.entry.digest:
                found[line.n] = Opening(head, salt)
    return found


def sent_before(snapshot: Snapshot, login: str, ref: str, before: int) -> Sequence[Arrived]:
    """What one supplier sent for one procurement ahead of a line, in the order of the log.

    What is to be taken back is left out: the host keeps no file of it, and in an auction it changes nothing.
    """
    log = end_of_log(snapshot)
    found: list[Arrived] = []
    for n in sorted(n for n in _received_of(snapshot, login) if n < before):
        _, line = line_of(snapshot, log, n) or ("", None)
        data = snapshot.file(snapshot.refs[f"{RECEIVED}{n}/{login}"], bid_path(ref, login))
        if line and line.ref == ref and data:
            found.append(Arrived(login, line.at, n, data))
    return found


def _received_of(snapshot: Snapshot, login: str) -> Iterator[int]:
    names = (name for name in snapshot.refs if name.startswith(RECEIVED) and name.endswith(f"/{login}"))
    return (int(name.split("/")[3]) for name in names)


def receipts(snapshot: Snapshot, log: Log, login: str, ref: str, key: bytes) -> Iterator[Receipt]:
    """Everything that one supplier was given for one procurement, in order."""
    lines = log.of(ref)
    for n, opening in openings(snapshot, lines, key).items():
        head, salt = opening.head, opening.salt
        if head.bidder == login:
            text, line = line_of(snapshot, log, n) or ("", lines[0])
            target = snapshot.refs.get(f"{RECEIVED}{n}/{login}", "")
            yield _receipt(line, text, ref, head, target, salt, again=True)


def head_at(snapshot: Snapshot, ref: str, login: str, commit: str) -> Head:
    """What a commit says that *login* bids; no blob where it is empty or holds no bid of that login."""
    data = snapshot.file(commit, bid_path(ref, login)) if commit else None
    if data is None:
        return Head("host", login, "", "", "")
    return Head("host", login, "", blob_id(data), hashlib.sha256(data).hexdigest())


def _given(snapshot: Snapshot, log: Log, login: str, ref: str, stands: str, key: bytes) -> Receipt | None:
    """The receipt that the last head of a supplier got, where that is what stands on the branch."""
    for n in sorted(_received_of(snapshot, login), reverse=True):
        text, line = line_of(snapshot, log, n) or ("", None)
        if line and line.ref == ref:
            salt, head = salt_of(key, n), head_at(snapshot, ref, login, stands)
            same = isinstance(line.entry, Veiled) and digest_of(head, salt) == line.entry.digest
            if not same or snapshot.refs[f"{RECEIVED}{n}/{login}"] != stands:
                return None
            return _receipt(line, text, ref, head, stands, salt, again=True)
    return None


def _of_line(snapshot: Snapshot, n: int) -> Iterator[tuple[str, str]]:
    prefixes = (f"{RECEIVED}{n}/", f"{WITHDRAWN}{n}/")
    return ((name, target) for name, target in snapshot.refs.items() if name.startswith(prefixes))


def _receipt(
    line: Line,
    text: str,
    ref: str,
    head: Head,
    commit: str,
    salt: str,
    *,
    again: bool = False,
    before: datetime | None = None,
) -> Receipt:
    return Receipt(
        line.n, line.at, line.sha256, text, ref, head.bidder, commit, head.blob, head.sha256, salt, again, before
    )
