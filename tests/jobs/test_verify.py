"""What a proof of all awards finds, in whole histories and in those that somebody tampered with."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.jobs.purchase import (
    ALT_TEXT,
    ASKED,
    AT,
    AWARD,
    BID,
    OPPORTUNITY,
    ORGANIZATION,
    TAG,
    at_price,
    board,
    edited,
    found_by,
    give,
    names,
    proved,
)
from tests.jobs.receipts import CLOSES, SECOND, log, receipted
from tests.memory import Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, bids_on_branches

from board.cli.setting import board_of
from board.core.text import Bilingual
from board.jobs import cancel
from board.jobs.log import BRANCH
from board.jobs.verify import main_of, verify
from board.model.award import Cancellation
from board.model.log import Head
from board.model.reference import bid_branch, bid_path, cancellation_path
from board.model.snapshot import MAIN, Tag
from board.state.ledger import write_cancellation
from board.state.ledger.log import LOG

PROPOSAL = f"refs/heads/award/{REF}"
ATELIER = f"refs/heads/{bid_branch('atelier-boreal', REF)}"


@pytest.fixture
def awarded() -> Memory:
    """The purchase, awarded as it should be."""
    memory = board()
    give(memory)
    return memory


def rewrite(memory: Memory, files: dict[str, bytes], message: str = "") -> None:
    """The last commit of main with other files or another message, its tag moved along."""
    old = memory.commit(MAIN)
    made = memory.put(files, old.parents, message or old.message)
    tag = memory.tag(TAG)
    if tag:
        memory.set_tag(TAG, replace(tag, target=made))


def merged(memory: Memory, files: dict[str, bytes] | None = None, parents: int = 2) -> None:
    """The proposal merged the way a forge does it, or with other files, or squashed."""
    main, head = memory.refs[MAIN], memory.refs[PROPOSAL]
    brought = {**memory.tree(main), **{path: memory.tree(head)[path] for path in (AWARD, BID)}}
    memory.put(brought if files is None else files, [main, head][:parents], "Merge pull request #41")


def test_an_empty_repository_has_nothing_to_prove() -> None:
    """No commit, no award, nothing wrong."""
    found = verify(Memory(), SCHEMAS)

    assert (found.awards, found.findings, found.board) == ((), (), None)


def test_a_board_without_awards_holds() -> None:
    """With its bids on branches."""
    assert (proved(board()).awards, found_by(board())) == ((), [])


def test_an_award_holds(awarded: Memory) -> None:
    """Every listed bid is there to be seen."""
    found = proved(awarded)

    assert found.findings == ()
    assert [(proven.award.bidder, proven.seen, proven.tagged) for proven in found.awards] == [("maple-works", 3, True)]


def test_a_clone_that_holds_one_bid_of_three_says_so(awarded: Memory) -> None:
    """What cannot be seen is counted, and is no finding, since nothing recorded its arrival."""
    others = {data for login, data in bids_on_branches().items() if login != "maple-works"}
    awarded.hidden |= {blob_id(data) for data in others}

    found = proved(awarded)

    assert found.findings == ()
    assert [(proven.seen, len(proven.award.bids)) for proven in found.awards] == [(1, 3)]


def test_a_shallow_clone_proves_nothing(awarded: Memory) -> None:
    """Not even what it holds."""
    awarded.shallow = True

    assert found_by(awarded) == ["cut-history"]
    assert proved(awarded).awards == ()


# The five of the issue, and their like.


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('total: "2203.50"', 'total: "3203.50"', ["changed-value", "changed-message"]),
        (
            'taxes:\n    - code: "HST-ON"\n      rate: 13',
            'taxes:\n    - code: "HST-ON"\n      rate: 15',
            ["changed-value"],
        ),
        ('value:\n  price: "1950.00"', 'value:\n  price: "1950.01"', ["changed-value"]),
        ('complaints_until: "2026-10-30"', 'complaints_until: "2026-09-30"', ["changed-record"]),
        ('end: "2026-09-25"', 'end: "2027-09-25"', ["changed-record"]),
        ("Lowest price. Three", "A friend. Three", ["changed-record"]),
        ('    result: "fail"\n    findings: ["over-ceiling"]', '    result: "pass"', ["changed-record"]),
        ('price: "2400.01"', 'price: "2400.02"', ["changed-record"]),
        ('terms: "2026-1"', 'terms: "2025-1"', ["changed-record", "award-on-other-terms"]),
        ('decided_by: "a-tremblay"', 'decided_by: "m-singh"', ["changed-message", "moved-tag", "outside-delegation"]),
        (
            'decided_at: "2026-09-16T10:05:00-04:00"',
            'decided_at: "2026-09-15T10:05:00-04:00"',
            ["changed-record", "award-before-closing"],
        ),
        ("waived: [", "waived:  [", ["changed-record"]),
        (
            'bidder: "maple-works"\nbid:',
            'bidder: "maple-works"\nid: "github:900011"\nbid:',
            ["changed-record", "bidder-with-delegation"],
        ),
    ],
)
def test_a_changed_award_is_refused(awarded: Memory, old: str, new: str, found: list[str]) -> None:
    """History written anew, commit and tag and all: what was changed is not what follows."""
    rewrite(awarded, edited(awarded, AWARD, old, new))

    names = found_by(awarded)
    assert names[: len(found)] == found
    assert set(names) <= {*found, "moved-tag"}


def test_a_consistent_forgery_of_the_value_is_refused(awarded: Memory) -> None:
    """File, message and tag agree with each other, and not with the bid."""
    message = awarded.commit(MAIN).message.replace("2203.50", "3203.50")
    rewrite(awarded, edited(awarded, AWARD, 'total: "2203.50"', 'total: "3203.50"'), message)
    awarded.set_tag(TAG, Tag(awarded.refs[MAIN], TAG, message))

    assert found_by(awarded) == ["changed-value"]


def test_a_changed_bid_is_refused(awarded: Memory) -> None:
    """What came to main is not what its supplier filed."""
    rewrite(awarded, edited(awarded, BID, "2026-09-22", "2026-09-29"))

    assert found_by(awarded) == ["changed-bid"]


def test_a_consistent_forgery_of_the_bid_is_refused(awarded: Memory) -> None:
    """The award names the changed bid, and the supplier's own commit still holds the other."""
    files = edited(awarded, BID, "2026-09-22", "2026-09-29")
    honest, forged = blob_id(awarded.tree(MAIN)[BID]), blob_id(files[BID])
    rewrite(awarded, {**files, AWARD: files[AWARD].replace(honest.encode(), forged.encode())})

    assert "changed-bid" in found_by(awarded)


@pytest.mark.parametrize(
    "tag",
    [
        lambda tag: replace(tag, target="0" * 39 + "1"),
        lambda tag: replace(tag, name="award/elsewhere"),
        lambda tag: replace(tag, message=tag.message.replace("a-tremblay", "m-singh")),
        lambda tag: replace(tag, name="", message=""),
        lambda tag: replace(tag, message=f"{tag.message}\nBoard-Merged-By: a-tremblay"),
        lambda tag: replace(tag, message=f"{tag.message}\nBoard-Merged-At: {AT.isoformat()}"),
    ],
)
def test_a_moved_tag_is_refused(awarded: Memory, tag: object) -> None:
    """Another commit, another name or message, no annotation at all, or who merged what nobody did."""
    old = awarded.tag(TAG)
    assert old
    assert callable(tag)
    awarded.set_tag(TAG, tag(old))

    assert found_by(awarded) == ["moved-tag"]


def test_a_deleted_tag_is_refused(awarded: Memory) -> None:
    """And the way to get it is told."""
    awarded.set_tag(TAG, None)

    assert found_by(awarded) == ["missing-tag"]
    assert "git fetch --tags" in proved(awarded).findings[0].fix.en


def test_a_second_award_is_refused(awarded: Memory) -> None:
    """Made behind the first, with its own merge, message and tag, as if there were no other."""
    other = board(maple_works=None)
    give(other)
    path = AWARD.replace("maple-works", "atelier-boreal")
    bid = bid_path(REF, "atelier-boreal")
    brought = {name: other.tree(MAIN)[name] for name in (path, bid)}
    message = other.commit(MAIN).message
    made = awarded.put({**awarded.tree(MAIN), **brought}, [awarded.refs[MAIN], awarded.refs[ATELIER]], message)
    tag = TAG.replace("maple-works", "atelier-boreal")
    awarded.set_tag(tag, Tag(made, tag, message))

    assert found_by(awarded) == ["more-awards-than-offered"]


def test_an_edited_award_is_refused_until_it_is_put_back(awarded: Memory) -> None:
    """On main, by an ordinary commit."""
    before = awarded.tree(MAIN)
    awarded.put(edited(awarded, AWARD, 'total: "2203.50"', 'total: "3203.50"'), [awarded.refs[MAIN]])
    assert found_by(awarded) == ["rewritten-outcome"]

    awarded.put(edited(awarded, AWARD, 'total: "3203.50"', 'total: "4203.50"'), [awarded.refs[MAIN]])
    assert set(found_by(awarded)) == {"rewritten-outcome"}

    awarded.put(before, [awarded.refs[MAIN]])
    assert found_by(awarded) == []


def test_an_edited_bid_is_refused_until_it_is_put_back(awarded: Memory) -> None:
    """The bid is part of the contract."""
    before = awarded.tree(MAIN)
    awarded.put({path: data for path, data in before.items() if path != BID}, [awarded.refs[MAIN]])
    assert found_by(awarded) == ["rewritten-bid"]

    awarded.put(before, [awarded.refs[MAIN]])
    assert found_by(awarded) == []


def test_an_award_that_changes_more_is_refused(awarded: Memory) -> None:
    """A limit raised in the very commit of the award."""
    rewrite(awarded, edited(awarded, ORGANIZATION, "40000.00", "90000.00"))

    assert found_by(awarded) == ["evil-merge"]


def test_an_award_that_changes_the_program_is_refused(awarded: Memory) -> None:
    """Beside the record, where the workflows stand that judge it."""
    rewrite(awarded, {**awarded.tree(MAIN), ".github/workflows/record.yml": b"x"})

    assert found_by(awarded) == ["evil-merge"]


@pytest.mark.parametrize(
    "message",
    [
        "Mend a link\n\nBoard-Act: award\nBoard-Bidder: northbit",
        "Mend a link\n\n board-act:award\n\nmore",
    ],
)
def test_trailers_without_an_award_are_refused(awarded: Memory, message: str) -> None:
    """However they are written; those in a supplier's own commits mean nothing."""
    awarded.put({**awarded.tree(MAIN), "README.md": b"x"}, [awarded.refs[MAIN]], message)

    assert found_by(awarded) == ["forged-trailers"]


def test_trailers_of_a_supplier_mean_nothing() -> None:
    """A bid whose commit claims to be an award is merged like any other."""
    memory = board()
    branch = f"refs/heads/{bid_branch('maple-works', REF)}"
    memory.put(memory.tree(branch), memory.commit(branch).parents, f"{'x'}\n\nBoard-Act: award\nBoard-By: me", branch)

    give(memory)

    assert found_by(memory) == []


@pytest.mark.parametrize(
    "more", ["\nBoard-By: m-singh", "\nBoard-Total: 1.00 CAD", "\n\nBoard-Act: award", " ", "\nCo-authored-by: me"]
)
def test_another_message_is_refused(awarded: Memory, more: str) -> None:
    """A trailer twice, a paragraph more, a space."""
    rewrite(awarded, awarded.tree(MAIN), awarded.commit(MAIN).message + more)

    assert found_by(awarded) == ["changed-message"]


def test_a_tag_without_an_award_is_refused() -> None:
    """Main was turned back, or somebody made it up."""
    memory = board()
    memory.set_tag(TAG, Tag(memory.refs[MAIN], TAG, "x"))

    assert found_by(memory) == ["tag-without-award"]


def test_a_history_that_was_cut_back_leaves_its_tag(awarded: Memory) -> None:
    """The award is gone from main, and its tag tells."""
    first = awarded.commit(MAIN).parents[0]
    awarded.put(awarded.tree(first), awarded.commit(first).parents, awarded.commit(first).message)

    assert found_by(awarded) == ["tag-without-award"]


# The forge's way.


def test_a_merged_proposal_holds() -> None:
    """The award lies directly under the merge; all that is missing is its tag."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))

    merged(memory)

    assert found_by(memory) == ["missing-tag"]


def test_a_proposal_merged_after_main_moved_holds() -> None:
    """What somebody else changed meanwhile stays, and is none of the award's business."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    memory.put({**memory.tree(MAIN), "opportunities/note.md": b"x"}, [memory.refs[MAIN]])

    merged(memory)

    assert found_by(memory) == ["missing-tag"]


def test_a_fast_forward_of_the_proposal_holds() -> None:
    """Merged locally."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    head = memory.refs[PROPOSAL]

    memory.put(memory.tree(head), memory.commit(head).parents, memory.commit(head).message)

    assert memory.refs[MAIN] == head
    assert found_by(memory) == ["missing-tag"]


def test_a_request_that_changed_before_the_merge_is_told() -> None:
    """The award rests on the request as it was proposed, and the merge is the award."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    memory.put(edited(memory, OPPORTUNITY, 'end: "2026-09-25"', 'end: "2026-09-28"'), [memory.refs[MAIN]])

    merged(memory)

    assert found_by(memory) == ["rewritten-request", "changed-record", "missing-tag"]


def test_a_squash_is_refused_until_it_is_taken_back() -> None:
    """Then the award can be proposed anew."""
    memory = board()
    before = memory.tree(MAIN)
    give(memory, replace(ASKED, proposal=True))
    merged(memory, parents=1)
    assert found_by(memory) == ["squashed-award"]

    memory.put(before, [memory.refs[MAIN]], "Take it back")
    assert found_by(memory) == []
    give(memory, replace(ASKED, at=AT + timedelta(hours=1)))

    assert found_by(memory) == []


def test_a_rebase_is_refused() -> None:
    """The same commit, written anew with the same message on one parent."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    head = memory.refs[PROPOSAL]

    memory.put(memory.tree(head), [memory.refs[MAIN]], memory.commit(head).message)

    assert found_by(memory) == ["squashed-award"]


@pytest.mark.parametrize("path", [ORGANIZATION, ".github/workflows/record.yml"])
def test_an_evil_merge_is_refused(path: str) -> None:
    """The forge's merge holds what neither side has, in the record or beside it."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    head = memory.refs[PROPOSAL]
    files = memory.tree(head)
    files[path] = files.get(path, b"").replace(b"40000.00", b"90000.00") or b"x"

    merged(memory, files)

    assert found_by(memory) == ["evil-merge", "missing-tag"]


def test_a_bid_merged_by_itself_is_refused_until_it_is_taken_back() -> None:
    """Or awarded, which any door of the board may still do."""
    memory = board()
    before = memory.tree(MAIN)
    branch = memory.refs[f"refs/heads/{bid_branch('maple-works', REF)}"]
    memory.put(
        {**before, BID: bids_on_branches()["maple-works"]}, [memory.refs[MAIN], branch], "Merge pull request #12"
    )
    assert found_by(memory) == ["bid-merged-alone"]

    memory.put(before, [memory.refs[MAIN]], "Take it back")
    assert found_by(memory) == []


def test_a_file_among_awards_that_no_act_explains_is_refused(awarded: Memory) -> None:
    """Until it is gone."""
    before = awarded.tree(MAIN)
    awarded.put({**before, AWARD.replace("award.yml", "note.yml"): b"x"}, [awarded.refs[MAIN]])
    assert found_by(awarded) == ["unexplained-change"]

    awarded.put(before, [awarded.refs[MAIN]])
    assert found_by(awarded) == []


def test_main_behind_a_second_parent_is_refused(awarded: Memory) -> None:
    """A line without the award becomes main by a merge that needs no forced push, whether another is awarded or not."""
    real, before = awarded.refs[MAIN], awarded.commit(MAIN).parents[0]
    side = awarded.put({**awarded.tree(before), "README.md": b"x"}, [before], "Typo", "")
    awarded.put(awarded.tree(side), [side, real], "Merge branch 'main'")
    awarded.set_tag(TAG, None)

    assert found_by(awarded) == ["outcome-aside"]


def test_what_a_merge_of_main_brings_to_a_bid_is_not_aside(awarded: Memory) -> None:
    """A supplier who takes in what main became brings nothing that main does not have."""
    branch = f"refs/heads/{bid_branch('northbit', REF)}"
    bid = awarded.refs[branch]
    files = {**awarded.tree(MAIN), bid_path(REF, "northbit"): bids_on_branches()["northbit"]}
    head = awarded.put(files, [bid, awarded.refs[MAIN]], "Merge branch 'main'", branch)
    awarded.put(awarded.tree(MAIN), [awarded.refs[MAIN], head], "Merge pull request #12")

    assert found_by(awarded) == []


# What stood at the time.


def test_what_changes_after_an_award_does_not_reach_it(awarded: Memory) -> None:
    """A delegation that ends, a policy or an opportunity that changes later: the day of the award counts.

    That a request changes at all is an incident of its own, and to put it back is one more.
    """
    before = awarded.tree(MAIN)
    for path, old, new in (
        (ORGANIZATION, "40000.00", "1.00"),
        ("opportunities/policy.yml", "rate: 13, from", "rate: 15, from"),
        (OPPORTUNITY, "2400.00", "100.00"),
    ):
        awarded.put(edited(awarded, path, old, new), [awarded.refs[MAIN]])

    assert found_by(awarded) == ["rewritten-request"]
    awarded.put(before, [awarded.refs[MAIN]])
    assert found_by(awarded) == ["rewritten-request", "rewritten-request"]


def test_the_delegation_before_the_award_counts() -> None:
    """One that comes with the award, or after it, is none."""
    memory = board({ORGANIZATION: ("specimen: true\n", "")})
    give(memory)
    weak = edited(memory, ORGANIZATION, "40000.00", "2203.49")
    first = memory.put({**memory.tree(memory.commit(MAIN).parents[0]), ORGANIZATION: weak[ORGANIZATION]}, branch="")
    head = memory.commit(MAIN).parents[1]
    made = memory.put(weak, [first, head], memory.commit(MAIN).message)
    memory.put(memory.tree(made) | {ORGANIZATION: memory.tree(made)[ORGANIZATION].replace(b"2203.49", b"9e9")}, [made])
    tag = memory.tag(TAG)
    assert tag
    memory.set_tag(TAG, replace(tag, target=made))

    assert found_by(memory) == ["over-delegation"]


def test_an_award_dated_before_the_last_act_is_told() -> None:
    """Written by hand into history; the commit's own dates are never read."""
    memory = board()
    ended = cancel.Request(ALT_TEXT, "a-tremblay", "", "no-bid", AT + timedelta(days=1), "given")
    memory.act(lambda seen: cancel.decide(seen, ended, SCHEMAS).outcome)
    other = board()
    give(other)
    brought = {path: other.tree(MAIN)[path] for path in (AWARD, BID)}
    parents = [memory.refs[MAIN], memory.refs[f"refs/heads/{bid_branch('maple-works', REF)}"]]
    message = other.commit(MAIN).message
    made = memory.put({**memory.tree(MAIN), **brought}, parents, message)
    memory.set_tag(TAG, Tag(made, TAG, message))

    assert found_by(memory) == ["clock-behind-record"]


@pytest.mark.parametrize(("at", "found"), [(AT, ["step-missing"]), (AT + SECOND, [])])
def test_an_award_past_the_log_is_refused(awarded: Memory, at: datetime, found: list[str]) -> None:
    """Where the log tells of bids they are closed first, though all came too late; what came since tells nothing."""
    log(awarded, at, Head("host", "maple-works", "", "b" * 40, "c" * 64))

    assert found_by(awarded) == found


def test_nothing_rests_on_a_log_that_was_touched() -> None:
    """It is named, at the proof and before anything is written."""
    memory = receipted()
    memory.put({LOG: memory.tree(BRANCH)[LOG].replace(b"atelier-boreal", b"atelier-austral", 1)}, branch=BRANCH)
    ended = cancel.Request(REF, "a-tremblay", "", "flawed", AT, "machine", Bilingual("A.", "Un."))

    assert found_by(memory) == ["unchained-log"]
    assert names(give(memory)) == ["broken-log"]
    assert names(cancel.decide(memory, ended, SCHEMAS).outcome) == ["broken-log"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({}, []),
        ({"by": "nobody-at-all"}, ["unknown-officer"]),
        ({"by": "m-singh"}, ["outside-delegation"]),
        ({"reason": "no-bid", "at": CLOSES - SECOND}, ["ended-before-closing"]),
        ({"reason": "too-few-bids"}, []),
    ],
)
def test_an_end_is_proved_by_who_ended_it_and_when(words: dict[str, Any], found: list[str]) -> None:
    """Written by hand into history; of bids on branches a clone knows nothing."""
    memory = board()
    end_by_hand(memory, **words)

    assert found_by(memory) == found


def test_an_end_that_counts_bids_rests_on_a_closing() -> None:
    """Where receipts tell of some in time."""
    for reason, found in (("flawed", []), ("no-bid", ["step-missing"])):
        memory = board()
        log(memory, CLOSES, Head("host", "maple-works", "", "b" * 40, "c" * 64))
        end_by_hand(memory, reason=reason)

        assert found_by(memory) == found


def test_what_is_awarded_is_not_ended(awarded: Memory) -> None:
    """An outcome is what everybody relies on."""
    end_by_hand(awarded)

    assert found_by(awarded) == ["already-ended"]


def end_by_hand(memory: Memory, by: str = "a-tremblay", reason: str = "flawed", at: datetime = AT) -> None:
    """An end without an award that no command wrote."""
    settings = board_of(memory.tree(MAIN)).settings
    assert settings
    ended = Cancellation(REF, reason, by, at, Bilingual("A.", "Un."))
    files = memory.tree(MAIN) | {cancellation_path(REF): write_cancellation(ended, settings)}
    memory.put(files, [memory.refs[MAIN]], "End")


def test_an_award_to_a_dearer_bid_is_refused() -> None:
    """The list says itself who was lower."""
    memory, other = board(), board(maple_works=at_price("maple-works", "2399.00"))
    give(other)
    path, bid = AWARD.replace("maple-works", "atelier-boreal"), bid_path(REF, "atelier-boreal")
    brought = {name: other.tree(MAIN)[name] for name in (path, bid)}
    expensive, cheap = bids_of(other), bids_of(memory)
    for old, new in zip(expensive, cheap, strict=True):
        brought[path] = brought[path].replace(old, new)
    message = other.commit(MAIN).message
    made = memory.put({**memory.tree(MAIN), **brought}, [memory.refs[MAIN], memory.refs[ATELIER]], message)
    tag = TAG.replace("maple-works", "atelier-boreal")
    memory.set_tag(tag, Tag(made, tag, message))

    assert "unselected-bid" in found_by(memory)


def bids_of(memory: Memory) -> tuple[bytes, ...]:
    """Blob id and price of the bid of maple-works, as the list in an award has them."""
    data = memory.tree(f"refs/heads/{bid_branch('maple-works', REF)}")[BID]
    return blob_id(data).encode(), data.split(b'price: "')[1].split(b'"')[0]


# Examples, and where main is.


def test_examples_have_no_history_to_prove() -> None:
    """A specimen may hold an award that no act made; it is counted by itself."""
    files = board().tree(MAIN)
    files[ORGANIZATION] = files[ORGANIZATION].replace(b'id: "dex-mex"\n', b'id: "dex-mex"\nspecimen: true\n')
    specimen = Memory()
    awarded = board()
    give(awarded)
    specimen.put({**files, **{path: awarded.tree(MAIN)[path] for path in (AWARD, BID)}}, message="Begin")

    found = proved(specimen)

    assert (found.awards, found.specimens, found.findings) == ((), 1, ())


def marked(files: dict[str, bytes]) -> dict[str, bytes]:
    """The same files with the organization marked as a specimen."""
    return {
        path: data.replace(b'id: "dex-mex"\n', b'id: "dex-mex"\nspecimen: true\n') if path == ORGANIZATION else data
        for path, data in files.items()
    }


@pytest.mark.parametrize("ahead", [False, True])
def test_a_mark_that_comes_and_goes_makes_no_example(ahead: bool) -> None:
    """Put on with an award by hand or ahead of it, it hides nothing once it is taken off."""
    awarded, memory = board(), board()
    give(awarded)
    plain = memory.tree(MAIN)
    by_hand = {**plain, **{path: awarded.tree(MAIN)[path] for path in (AWARD, BID)}}
    if ahead:
        memory.put(marked(plain), [memory.refs[MAIN]], "Mark")
    memory.put(marked(by_hand), [memory.refs[MAIN]], "Update")
    held = (1, []) if ahead else (0, ["squashed-award"])
    assert (proved(memory).specimens, found_by(memory)) == held

    memory.put(by_hand, [memory.refs[MAIN]], "Update")
    assert (proved(memory).specimens, found_by(memory)) == (0, ["squashed-award"])


def test_examples_that_leave_with_their_organization_are_no_incident() -> None:
    """Who begins with examples and removes them all has nothing to mend."""
    awarded, memory = board(), Memory()
    give(awarded)
    memory.put(marked(awarded.tree(MAIN)), message="Begin")
    assert (proved(memory).specimens, found_by(memory)) == (1, [])

    left = {path: data for path, data in memory.tree(MAIN).items() if not path.startswith("opportunities/dex-mex/")}
    memory.put(left, [memory.refs[MAIN]], "Remove the examples")
    assert found_by(memory) == []


def test_main_is_found_in_every_kind_of_clone() -> None:
    """A branch of its own, that of the origin, or one commit that was checked out."""
    memory = board()
    main = memory.refs[MAIN]
    memory.put(memory.tree(MAIN), (), "Board", "refs/remotes/origin/main")
    assert main_of(memory) == main

    memory.remove(MAIN)
    assert main_of(memory) == memory.refs["refs/remotes/origin/main"]

    memory.remove("refs/remotes/origin/main")
    assert main_of(memory) is None
    memory.put(memory.tree(main), (), "Board", "HEAD")
    assert main_of(memory) == memory.refs["HEAD"]
