"""The purchase `date-filter` with a log: who sent what, when, as host, forge or officer wrote it down."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from tests.jobs.purchase import Did, board
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, bids_on_branches

from board.jobs import close
from board.jobs.hosting import head_at
from board.jobs.log import appended, log_of
from board.model.arrivals import Openings
from board.model.log import Entry, Source
from board.model.reference import bid_branch
from board.model.snapshot import Edit, Outcome, Snapshot

CLOSES = datetime.fromisoformat("2026-09-15T14:00:00-04:00")
EARLY, LATE = CLOSES - timedelta(hours=1), CLOSES + timedelta(hours=1)
SECOND = timedelta(seconds=1)
TAG = f"closing/{REF}"
POLICY, SETTINGS = "opportunities/policy.yml", "opportunities/board.yml"
SETTLING = {POLICY: ("  complaint: 30", "  settle_minutes: 30\n  complaint: 30")}
LIVE = {SETTINGS: ('mode: "trial"', 'mode: "live"')}


def log(memory: Memory, at: datetime, *entries: Entry, ref: str = REF) -> None:
    """Write lines, as one append."""

    def decide(snapshot: Snapshot) -> Outcome:
        commit, _ = appended(log_of(snapshot), ref, at, entries)
        return Edit("board", at, (commit,))

    memory.act(decide)


def received(memory: Memory, login: str, at: datetime = EARLY, source: Source = "host") -> None:
    """Write down what lies on the branch of *login*."""
    head = memory.refs[f"refs/heads/{bid_branch(login, REF)}"]
    log(memory, at, replace(head_at(memory, REF, login, head), source=source))


def receipted(edits: Mapping[str, tuple[str, str]] | None = None) -> Memory:
    """The purchase with its three bids, each received in time."""
    memory = board(edits)
    for minute, login in enumerate(sorted(bids_on_branches())):
        received(memory, login, EARLY + timedelta(minutes=minute))
    return memory


def asked(memory: Memory, at: datetime = LATE, openings: Openings | None = None, ref: str = REF) -> close.Answer:
    """What comes of a closing that is asked for; nothing is written."""
    return close.decide(memory, close.Request(ref, at, "machine"), openings or {}, SCHEMAS)


def closed(memory: Memory, at: datetime = LATE, openings: Openings | None = None) -> Did:
    """The same, and written."""
    return memory.act(
        lambda seen: close.decide(seen, close.Request(REF, at, "machine"), openings or {}, SCHEMAS).outcome
    )
