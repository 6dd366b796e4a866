"""The log in a repository: it grows by commits, and each of them is a place to cut."""

from datetime import datetime, timedelta

import pytest
from tests.memory import Memory

from board.jobs.log import BRANCH, appended, cut_at, log_of
from board.model.log import Entry, MailboxRead, Opened, Veiled
from board.model.snapshot import Edit, Outcome, Snapshot
from board.state.ledger.log import LOG, BrokenLogError

AT = datetime.fromisoformat("2026-09-28T13:58:40-04:00")
REF, OTHER = "dex-mex/2026/keyboard-map", "dex-mex/2026/date-filter"


def add(memory: Memory, ref: str, *entries: Entry, at: datetime = AT) -> None:
    """Write more lines."""

    def decide(snapshot: Snapshot) -> Outcome:
        commit, _ = appended(log_of(snapshot), ref, at, entries)
        return Edit("board", at, (commit,))

    memory.act(decide)


def test_a_log_grows_by_one_commit_an_append() -> None:
    """Lines of several procurements stand in one chain, and each can be read alone."""
    memory = Memory()
    assert log_of(memory).lines == ()
    assert log_of(memory).last is None

    add(memory, REF, Veiled("host", "a" * 64))
    add(memory, OTHER, Veiled("host", "b" * 64))
    add(memory, REF, MailboxRead("a-tremblay"), Opened("a-tremblay"), at=AT + timedelta(hours=1))

    log = log_of(memory)
    assert [line.n for line in log.of(REF)] == [1, 3, 4]
    assert log.last == AT + timedelta(hours=1)
    assert memory.commit(BRANCH).message == f"Log {REF}, lines 3 to 4"


def test_a_log_is_cut_where_an_append_ended() -> None:
    """Not inside of one, and not where it has no such line."""
    memory = Memory()
    add(memory, REF, Veiled("host", "a" * 64))
    first = memory.refs[BRANCH]
    add(memory, REF, MailboxRead("a-tremblay"), Opened("a-tremblay"))
    log = log_of(memory)

    assert cut_at(memory, log, 1) == first
    assert cut_at(memory, log, 2) == ""
    assert cut_at(memory, log, 3) == log.commit
    assert cut_at(memory, log, 4) == ""
    assert cut_at(Memory(), log_of(Memory()), 1) == ""


def test_a_clone_reads_the_log_of_its_origin() -> None:
    """Where it has no branch of its own."""
    memory = Memory()
    add(memory, REF, Veiled("host", "a" * 64))
    clone = Memory()
    clone.put({LOG: memory.tree(BRANCH)[LOG]}, branch="refs/remotes/origin/receipts")

    assert log_of(clone).texts == log_of(memory).texts


def test_a_broken_log_is_told() -> None:
    """Whoever reads it learns where."""
    memory = Memory()
    memory.put({LOG: b"{}\n"}, branch=BRANCH)

    with pytest.raises(BrokenLogError):
        log_of(memory)
