"""Nobody decides before what the decision rests on: the closing’s cut is a line of the log, with an instant."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.jobs.purchase import ASKED, AT, AWARD, TAG, board, found_by, give, names
from tests.jobs.receipts import LATE, SECOND, closed, log, receipted
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.core.text import Bilingual
from board.jobs import cancel
from board.model.log import MailboxRead
from board.model.reference import cancellation_path
from board.model.snapshot import MAIN, Written


@pytest.fixture
def made() -> Memory:
    """The purchase, closed; its mailbox was read an hour after the closing."""
    memory = receipted()
    log(memory, LATE, MailboxRead("a-tremblay"))
    closed(memory, LATE)
    return memory


def ended(memory: Memory, at: datetime) -> object:
    """What comes of an end that is asked for."""
    ending = cancel.Request(REF, "a-tremblay", "", "flawed", at, "machine", Bilingual("Again.", "De nouveau."))
    return memory.act(lambda seen: cancel.decide(seen, ending, SCHEMAS).outcome)


def backdated(memory: Memory, path: str, at: datetime) -> None:
    """The last commit of main with another instant in one of its files, its tag moved along."""
    old, files = memory.commit(MAIN), memory.tree(MAIN)
    before = files[path]
    files[path] = before.replace(LATE.isoformat().encode(), at.isoformat().encode())
    commit = memory.put(files, old.parents, old.message)
    tag = memory.tag(TAG)
    memory.set_tag(TAG, replace(tag, target=commit) if tag else None)


def test_nobody_awards_before_the_last_line_that_counts(made: Memory) -> None:
    """A second before it is refused; its own second is not, and is proved."""
    assert names(give(made, replace(ASKED, at=LATE - SECOND))) == ["clock-behind-record"]
    assert isinstance(give(made, replace(ASKED, at=LATE)), Written)
    assert found_by(made) == []


def test_an_award_that_is_dated_before_it_is_refused_in_history(made: Memory) -> None:
    """Whoever may write main could otherwise move a decision into a delegation, or before the last day of the bids."""
    give(made, replace(ASKED, at=LATE))

    backdated(made, AWARD, LATE - SECOND)

    assert found_by(made) == ["clock-behind-record"]


def test_nobody_ends_a_purchase_before_it(made: Memory) -> None:
    """The same of an end: refused a second before, proved at its own, and found where it is dated back."""
    assert names(ended(made, LATE - SECOND)) == ["clock-behind-record"]
    assert isinstance(ended(made, LATE), Written)
    assert found_by(made) == []

    backdated(made, cancellation_path(REF), LATE - SECOND)

    assert found_by(made) == ["clock-behind-record"]


def test_a_line_behind_all_that_counts_moves_nothing(made: Memory) -> None:
    """Whoever may write the log dates no award by a line that it does not rest on."""
    log(made, AT.replace(year=2030), MailboxRead("a-tremblay"))

    assert isinstance(give(made, ASKED), Written)
    assert found_by(made) == []


def test_without_a_log_nothing_is_asked() -> None:
    """A plain repository without receipts tells no instants."""
    memory = board()

    assert isinstance(give(memory, replace(ASKED, at=LATE)), Written)
    assert found_by(memory) == []
