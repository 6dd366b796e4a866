"""Taking a bid back: the branch goes, and the log says so where there is one."""

from datetime import UTC, datetime

import pytest
from tests.jobs.purchase import OPPORTUNITY, ORGANIZATION, Did, board, names
from tests.jobs.receipts import CLOSES, EARLY, LATE, SECOND, asked, log, receipted, received
from tests.jobs.test_receive import entered, letter
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.core.finding import Finding
from board.jobs import withdraw
from board.jobs.award import UnknownBidError
from board.jobs.log import BRANCH, log_of
from board.model.log import Head, MailboxRead, Opened, Veiled
from board.model.reference import bid_branch
from board.model.snapshot import Edit, Nothing, Written
from board.render.wording import sentence
from board.state.ledger.log import LOG

NORTHBIT = f"refs/heads/{bid_branch('northbit', REF)}"
NOON = datetime.fromisoformat("2026-09-14T12:00:00-04:00")


def answer(memory: Memory, at: datetime = CLOSES, login: str = "northbit") -> withdraw.Answer:
    """What comes of it; nothing is written."""
    return withdraw.decide(memory, withdraw.Request(REF, login, "", at, "machine"), SCHEMAS)


def taken_back(memory: Memory, at: datetime = CLOSES) -> Did:
    """The same, and written."""
    return memory.act(lambda _: answer(memory, at).outcome)


def test_without_a_log_the_branch_goes() -> None:
    """Nobody wrote down that it was there."""
    memory = board()

    assert isinstance(taken_back(memory), Written)

    assert NORTHBIT not in memory.refs
    assert BRANCH not in memory.refs


def test_with_a_log_a_line_says_so() -> None:
    """At the closing is in time; the closing then lists it as taken back."""
    memory = receipted()

    assert isinstance(taken_back(memory), Written)

    assert NORTHBIT not in memory.refs
    assert log_of(memory).lines[-1].entry == Head("host", "northbit", "", "", "")
    closing = asked(memory).closing
    assert closing is not None
    assert [row.bidder for row in closing.bids] == ["atelier-boreal", "maple-works"]
    assert [row.receipt for row in closing.withdrawn] == [3]


def test_a_reply_that_was_lost_is_given_again() -> None:
    """The line that says so."""
    memory = receipted()
    taken_back(memory)

    again = answer(memory, LATE)

    assert (again.outcome, again.line) == (Nothing(), log_of(memory).lines[-1])


def test_what_is_not_there_is_not_taken_back() -> None:
    """By nobody of that name."""
    with pytest.raises(UnknownBidError):
        answer(receipted(), login="nobody")


def test_after_the_closing_nothing_is_taken_back() -> None:
    """Nor in an auction, whenever."""
    auction = board({OPPORTUNITY: ('selection_method: "lowest-price"', 'selection_method: "reverse-auction"')})

    assert names(answer(receipted(), CLOSES + SECOND).outcome) == ["withdrawal-after-closing"]
    assert names(answer(auction, NOON).outcome) == ["withdrawal-from-auction"]


def test_a_clock_that_goes_back_is_taken_for_the_last_instant_of_the_log() -> None:
    """Else a machine set back could take a bid back after the closing."""
    memory = receipted()
    log(memory, LATE, Opened("a-tremblay"))

    assert names(answer(memory, EARLY).outcome) == ["withdrawal-after-closing"]


def test_a_log_that_hides_who_bids_takes_no_line_in_clear() -> None:
    """The host writes it when the branch goes by a push."""
    memory = board()
    log(memory, NOON, Veiled("host", "d" * 64))

    (found,) = findings(answer(memory))
    assert found.name == "withdrawal-in-clear"
    assert sentence(found.fix, found, "en", UTC).endswith(f": git push origin :bids/northbit/{REF}")


def test_a_letter_takes_its_bid_back_on_a_host_too() -> None:
    """It stands in clear from the beginning, whatever the host hides beside it."""
    memory = receipted()
    log(memory, NOON, Veiled("host", "d" * 64))
    entered(memory, letter())

    assert isinstance(by_letter(memory).outcome, Edit)
    found = next(one for one in findings(by_letter(memory, "northbit")) if one.name == "withdrawal-of-mail")
    assert f": board withdraw {REF} --bid MAIL-N --arrived" in sentence(found.fix, found, "en", UTC)


def test_the_source_stays_what_it_was() -> None:
    """A forge’s line is taken back in the forge’s name."""
    memory = board()
    received(memory, "northbit", NOON, "forge")
    memory.remove(NORTHBIT)

    taken_back(memory)

    assert log_of(memory).lines[-1].entry == Head("forge", "northbit", "", "", "")


def test_a_broken_log_and_files_that_are_not_valid_are_named() -> None:
    """Nothing is taken back then."""
    memory = receipted()
    memory.put({LOG: b"{}\n"}, [memory.refs[BRANCH]], branch=BRANCH)
    wrong = board({ORGANIZATION: ("specimen: true\n", ""), OPPORTUNITY: ("schema: 1\n", "schema: 2\n")})

    assert names(answer(memory).outcome) == ["broken-log"]
    assert isinstance(answer(wrong).outcome, tuple)


def findings(answered: withdraw.Answer) -> tuple[Finding, ...]:
    """What stands against it."""
    assert isinstance(answered.outcome, tuple)
    return answered.outcome


def by_letter(
    memory: Memory, login: str = "mail-7", by: str = "a-tremblay", arrived: datetime = CLOSES, at: datetime = LATE
) -> withdraw.Answer:
    """What comes of a letter that an officer enters; nothing is written."""
    letter = withdraw.Letter(by, "", arrived)
    return withdraw.decide(memory, withdraw.Request(REF, login, "", at, "machine", letter), SCHEMAS)


def test_a_bid_by_mail_is_taken_back_by_a_letter() -> None:
    """From when it arrived, by who may receive, and by nobody who claims its name."""
    memory = receipted()
    entered(memory, letter())

    assert "withdrawal-of-mail" in names(answer(memory, login="mail-7").outcome)
    assert names(by_letter(memory, "northbit").outcome) == ["withdrawal-of-mail"]
    assert names(by_letter(memory, by="m-singh").outcome) == ["outside-delegation"]
    assert names(by_letter(memory, arrived=CLOSES + SECOND).outcome) == ["withdrawal-after-closing"]
    assert "arrival-ahead-of-clock" in names(by_letter(memory, at=EARLY).outcome)

    assert isinstance(memory.act(lambda _: by_letter(memory).outcome), Written)

    line = log_of(memory).lines[-1]
    assert line.entry == Head("mail", "mail-7", "", "", "", CLOSES, "a-tremblay")
    assert (by_letter(memory).outcome, by_letter(memory).line) == (Nothing(), line)
    log(memory, LATE, MailboxRead("a-tremblay"))
    closing = asked(memory).closing
    assert closing is not None
    assert [row.bidder for row in closing.bids] == ["atelier-boreal", "maple-works", "northbit"]
    assert [row.receipt for row in closing.withdrawn] == [4]
