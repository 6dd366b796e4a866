"""What a host decides of a push, on a repository in memory."""

from datetime import datetime, timedelta

import pytest
from tests.memory import Memory, blob_id

from board.jobs import hosting
from board.jobs.hosting import Answer, deny, openings, place, receipts, take_in
from board.jobs.log import BRANCH, end_of_log, line_of, log_of
from board.model.host import Harm, Pusher, Receipt, Sent
from board.model.log import Head, Refusal, Veiled
from board.model.reference import bid_path
from board.model.snapshot import Edit, Nothing
from board.state.ledger import log
from board.state.ledger.log import digest_of, digest_of_attempt, salt_of

AT = datetime.fromisoformat("2026-09-10T12:00:00-04:00")
REF, OTHER = "dex-mex/2026/date-filter", "dex-mex/2026/keyboard-map"
KEY = bytes(range(32))
NOBODY = Pusher("", "claimed")


def branch(login: str = "maple-works", ref: str = REF) -> str:
    """Full name of a bid's branch."""
    return f"refs/heads/bids/{login}/{ref}"


def host() -> Memory:
    """A host with a board."""
    memory = Memory()
    memory.put({"opportunities/board.yml": b"schema: 1\n"})
    return memory


def commit(memory: Memory, data: bytes | None, login: str = "maple-works", ref: str = REF) -> str:
    """A commit that holds one bid, or none; no branch names it."""
    files = {"opportunities/board.yml": b"schema: 1\n"}
    return memory.put({**files, **({bid_path(ref, login): data} if data is not None else {})}, branch="")


def push(memory: Memory, sent: Sent, at: datetime = AT) -> Answer:
    """Take in what is pushed."""
    found: list[Answer] = []

    def decide(snapshot: Memory) -> object:
        found.append(take_in(snapshot, sent, at, KEY))
        return found[0].outcome

    memory.act(decide)  # type: ignore[arg-type]
    return found[0]


def receipt_of(answer: Answer) -> Receipt:
    """The receipt, which there is."""
    assert answer.receipt is not None
    return answer.receipt


def test_a_head_gets_a_line_and_its_branch() -> None:
    """The receipt opens the line: whoever has it proves what was sent, and nobody else learns who bids."""
    memory = host()
    head = commit(memory, b"bid\n")

    receipt = receipt_of(push(memory, Sent(branch(), "", head)))

    (line,) = log_of(memory).lines
    assert (line.ref, line.at, line.sha256) == (REF, AT, receipt.sha256)
    assert receipt.salt == salt_of(KEY, 1)
    assert receipt.blob == blob_id(b"bid\n")
    assert line.entry == Veiled(
        "host", digest_of(Head("host", "maple-works", "", receipt.blob, receipt.bid_sha256), receipt.salt)
    )
    assert log_of(memory).texts == (receipt.text,)
    assert "maple-works" not in receipt.text
    assert memory.refs[branch()] == memory.refs["refs/host/received/1/maple-works"] == head


def test_refs_move_in_the_order_in_which_a_kill_can_be_mended() -> None:
    """First what the line speaks of, then the log, then the branch."""
    memory = host()
    head = commit(memory, b"bid\n")

    edit = take_in(memory, Sent(branch(), "", head), AT, KEY).outcome

    assert isinstance(edit, Edit)
    assert [move.ref for move in edit.before] == ["refs/host/received/1/maple-works"]
    assert [new.branch for new in edit.commits] == [BRANCH]
    assert [(move.ref, move.new) for move in edit.after] == [(branch(), head)]


def test_what_a_kill_left_ahead_of_its_line_is_cleared_away() -> None:
    """Killed before the line, the ref of an earlier push speaks of nothing; the line belongs to who comes next."""
    memory = host()
    lost, head = commit(memory, b"lost\n"), commit(memory, b"bid\n", "northbit")
    memory.put({bid_path(REF, "maple-works"): b"lost\n"}, branch="refs/host/received/1/maple-works")

    push(memory, Sent(branch("northbit"), "", head))

    assert "refs/host/received/1/maple-works" not in memory.refs
    assert openings(memory, log_of(memory).lines, KEY)[1].head.bidder == "northbit"
    assert lost


def test_the_same_head_again_gets_the_same_receipt() -> None:
    """A lost reply is no second record; a head that was there before another one is new."""
    memory = host()
    first, second = commit(memory, b"A\n"), commit(memory, b"B\n")
    given = receipt_of(push(memory, Sent(branch(), "", first)))

    again = push(memory, Sent(branch(), "", first), AT + timedelta(hours=1))

    assert again.outcome == Nothing()
    told = receipt_of(again)
    assert (told.line, told.text, told.salt, told.blob, told.again) == (1, given.text, given.salt, given.blob, True)
    push(memory, Sent(branch(), first, second))
    assert receipt_of(push(memory, Sent(branch(), second, first))).line == 3


def test_a_branch_that_goes_is_a_withdrawal() -> None:
    """Its line names no blob, the commit that was withdrawn is kept, and nothing is there to be withdrawn twice."""
    memory = host()
    head = commit(memory, b"bid\n")
    push(memory, Sent(branch(), "", head))

    receipt = receipt_of(push(memory, Sent(branch(), head, "")))

    assert (receipt.line, receipt.blob, receipt.head) == (2, "", "")
    assert branch() not in memory.refs
    assert memory.refs["refs/host/withdrawn/2/maple-works"] == head
    again = push(memory, Sent(branch(), head, ""))
    assert again.denied
    assert again.denied.harm == "nothing-to-withdraw"
    assert len(log_of(memory).lines) == 2


def test_a_head_without_a_bid_takes_it_back() -> None:
    """It is receipted like any other."""
    memory = host()
    receipt = receipt_of(push(memory, Sent(branch(), "", commit(memory, None))))

    assert receipt.blob == receipt.bid_sha256 == ""
    assert openings(memory, log_of(memory).lines, KEY)[1].head.blob == ""


def test_a_clock_that_goes_back_is_marked() -> None:
    """The receipt is given; it says which instant stood before, to everybody who pushes until that is past."""
    memory = host()
    push(memory, Sent(branch(), "", commit(memory, b"A\n")))

    receipts = [
        receipt_of(push(memory, Sent(branch(login), "", commit(memory, b"B\n", login)), AT + timedelta(days)))
        for login, days in (("northbit", -1), ("alder", -1), ("birch", 0))
    ]

    assert [(one.at, one.before) for one in receipts] == [
        (AT - timedelta(1), AT),
        (AT - timedelta(1), AT),
        (AT, None),
    ]


def test_every_line_is_opened_with_the_key_and_none_without() -> None:
    """Heads and withdrawals of two suppliers on two procurements; lines of others and of refusals stay out."""
    memory = host()
    first, other = commit(memory, b"A\n"), commit(memory, b"B\n", "northbit", OTHER)
    push(memory, Sent(branch(), "", first))
    push(memory, Sent(branch("northbit", OTHER), "", other))
    push(memory, Sent(branch(), first, ""))
    sent = Sent(branch("mail-1"), "", first)
    memory.act(lambda seen: deny(seen, sent, NOBODY, "not-yours", AT, KEY).outcome)
    whole = log_of(memory)

    found = openings(memory, whole.lines, KEY)

    assert {n: (one.head.bidder, one.head.blob, one.salt) for n, one in found.items()} == {
        1: ("maple-works", blob_id(b"A\n"), salt_of(KEY, 1)),
        2: ("northbit", blob_id(b"B\n"), salt_of(KEY, 2)),
        3: ("maple-works", "", salt_of(KEY, 3)),
    }
    assert list(openings(memory, whole.of(OTHER), KEY)) == [2]
    assert openings(memory, whole.lines, b"another key") == {}
    told = list(receipts(memory, whole, "maple-works", REF, KEY))
    assert [(one.line, one.blob, one.head) for one in told] == [(1, blob_id(b"A\n"), first), (3, "", "")]
    assert [one.text for one in told] == [whole.texts[0], whole.texts[2]]


def test_an_attempt_leaves_a_digest() -> None:
    """Who tried what is opened by its salt; where no procurement is named, nothing is written."""
    memory = host()
    sent = Sent(branch("maple-works"), "", "1" * 40)
    found: list[Answer] = []

    def decide(snapshot: object) -> object:
        found.append(deny(memory, sent, Pusher("northbit", "key"), "not-yours", AT, KEY))
        return found[0].outcome

    memory.act(decide)  # type: ignore[arg-type]

    (line,) = log_of(memory).lines
    denied = found[0].denied
    assert denied
    assert (denied.line, denied.salt) == (1, salt_of(KEY, 1))
    assert line.entry == Refusal("host", digest_of_attempt(sent.ref, sent.new, "northbit", denied.salt))
    outside = deny(memory, Sent("refs/heads/main", "", "1" * 40), NOBODY, "closed-ref", AT, KEY)
    assert outside.outcome == Nothing()


@pytest.mark.parametrize(
    ("ref", "pusher", "harm"),
    [
        ("refs/heads/main", "", "closed-ref"),
        ("refs/heads/receipts", "", "closed-ref"),
        ("refs/tags/award/x", "", "closed-ref"),
        ("refs/host/received/1/x", "", "closed-ref"),
        ("bids/maple-works/dex-mex/2026/date-filter", "", "name"),
        ("refs/heads/bids/maple-works", "", "name"),
        ("refs/heads/bids/Maple-Works/dex-mex/2026/date-filter", "", "name"),
        (f"refs/heads/bids/{'a' * 40}/dex-mex/2026/date-filter", "", "name"),
        ("refs/heads/posts/m-singh/date-filter", "", "name"),
        ("refs/heads/bids/mail-1/dex-mex/2026/date-filter", "", "not-yours"),
        ("refs/heads/bids/maple-works/dex-mex/2026/date-filter", "northbit", "not-yours"),
    ],
)
def test_whatever_is_not_the_pushers_branch_is_harm(ref: str, pusher: str, harm: Harm) -> None:
    """Each named by what is wrong with it."""
    assert place(Sent(ref, "", "1" * 40), Pusher(pusher, "key" if pusher else "claimed")) == harm


def test_the_pushers_own_branches_are_none() -> None:
    """A bid by a known login, one by a claimed one, and a posting."""
    assert place(Sent(branch(), "", "1" * 40), Pusher("maple-works", "key")) == ("maple-works", REF)
    assert place(Sent(branch(), "", "1" * 40), NOBODY) == ("maple-works", REF)
    assert place(Sent(f"refs/heads/posts/m-singh/{REF}", "", ""), NOBODY) == ("m-singh", REF)


def test_a_receipt_costs_the_same_however_long_the_log_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of full files only their last line is looked at, and the chain goes on across them."""
    monkeypatch.setattr(log, "SEGMENT", 3)
    monkeypatch.setattr("board.jobs.log.SEGMENT", 3)
    memory, heads = host(), []
    for number in range(8):
        heads.append(commit(memory, b"%d\n" % number))
        push(memory, Sent(branch(), memory.refs.get(branch(), ""), heads[-1]))

    assert sorted(memory.tree(BRANCH)) == ["receipts.jsonl", "receipts/000000001.jsonl", "receipts/000000004.jsonl"]
    whole, end = log_of(memory), end_of_log(memory)
    assert [line.n for line in whole.lines] == list(range(1, 9))
    assert (end.before, [line.n for line in end.lines], end.prev) == (6, [7, 8], whole.lines[5].sha256)
    assert [line_of(memory, end, n) for n in range(1, 10)] == [*zip(whole.texts, whole.lines, strict=True), None]
    assert hosting.openings(memory, whole.lines, KEY).keys() == set(range(1, 9))
    again = receipt_of(push(memory, Sent(branch(), heads[-1], heads[-1])))
    assert (again.line, again.again) == (8, True)
