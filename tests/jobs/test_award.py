"""What becomes of an award that an officer asks for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.jobs.purchase import (
    ASKED,
    AT,
    AWARD,
    BID,
    OPPORTUNITY,
    TAG,
    at_price,
    board,
    edited,
    found_by,
    give,
    names,
    proved,
)
from tests.jobs.receipts import CLOSES, SECOND, closed, log, receipted
from tests.memory import Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, bids_on_branches, board_files

from board.core.finding import Finding
from board.core.text import Text
from board.jobs import award
from board.jobs.acting import UnknownProcurementError
from board.jobs.received import Source
from board.model.log import Head
from board.model.reference import bid_branch
from board.model.snapshot import MAIN, Nothing, Tag, Written
from board.state.ledger import read_award

TWO = {OPPORTUNITY: ('tax_place: "ON"', 'tax_place: "ON"\nawards_offered: 2')}
PROPOSAL = f"refs/heads/award/{REF}"


def written(memory: Memory, path: str = AWARD, revision: str = MAIN) -> str:
    """The text of a file."""
    return memory.tree(revision)[path].decode()


def test_gives_the_award_of_the_specimen() -> None:
    """Whole, to the byte, but for the address of the schema, which follows the address of the board."""
    memory = board()

    give(memory)

    worked = board_files()[AWARD].decode()
    assert written(memory) == worked.replace("example.invalid/schema/", "example.invalid/board/schema/")


def test_one_commit_merges_the_bid_and_its_tag_names_it() -> None:
    """Its parents are main and the head of the bid; nothing but the bid and the award changes."""
    memory = board()
    main, head = memory.refs[MAIN], memory.refs[f"refs/heads/{bid_branch('maple-works', REF)}"]

    give(memory)

    commit = memory.commit(MAIN)
    assert commit.parents == (main, head)
    assert [change.path for change in memory.changes(main, MAIN, "")] == [AWARD, BID]
    assert memory.tag(TAG) == Tag(commit.id, TAG, commit.message)


def test_asked_again_after_a_lost_reply_nothing_changes() -> None:
    """Later, by another officer, with the bid named or not: the file tells who awarded, and when."""
    memory = board()
    give(memory)
    before = memory.refs
    later = replace(ASKED, at=AT + timedelta(days=3), by="m-singh")

    for asked in (ASKED, later, replace(later, bidder="maple-works")):
        answer = award.decide(memory, asked, SCHEMAS)

        assert isinstance(answer.outcome, Nothing)
        assert answer.award == read_award(memory.tree(MAIN)[AWARD], SCHEMAS)
    assert memory.refs == before


def test_a_tag_that_is_missing_is_made_as_it_would_have_been() -> None:
    """The same object, whoever asks and whenever: all of it is taken from the file that was written."""
    memory = board()
    give(memory)
    tag = memory.tag(TAG)
    memory.set_tag(TAG, None)

    outcome = give(memory, replace(ASKED, at=AT + timedelta(days=3), by="m-singh"))

    assert outcome == Written((), (TAG,))
    assert memory.tag(TAG) == tag


def test_another_bid_than_the_awarded_is_refused() -> None:
    """The second of two officers is told to whom it went."""
    memory = board()
    give(memory)

    assert names(give(memory, replace(ASKED, bidder="atelier-boreal"))) == ["more-awards-than-offered"]


def test_several_awards_are_given_by_name() -> None:
    """Else a lost reply would be followed by a second award."""
    memory = board(TWO)
    with pytest.raises(award.BidderNeededError):
        give(memory)

    give(memory, replace(ASKED, bidder="maple-works"))
    give(memory, replace(ASKED, bidder="atelier-boreal", at=AT + timedelta(minutes=1)))

    assert "By price before tax, atelier-boreal has place 2" in written(
        memory, AWARD.replace("maple-works", "atelier-boreal")
    )
    assert give(memory, replace(ASKED, bidder="maple-works")) == Nothing()
    assert found_by(memory) == []


def test_a_bid_that_does_not_pass_is_listed_with_its_rule() -> None:
    """It takes no part, and everybody reads why; a file that nobody can read has no price."""
    memory = board(northbit=b"price: [", atelier_boreal=at_price("atelier-boreal", "0.00"))

    give(memory)

    rows = {row.bidder: row for row in proved(memory).awards[0].award.bids}
    assert (rows["northbit"].price, rows["northbit"].passed) == (None, False)
    assert rows["northbit"].findings
    assert rows["atelier-boreal"].findings == ("bid-of-zero",)
    assert found_by(memory) == []


def test_what_is_wrong_with_the_change_counts_like_the_file() -> None:
    """A bid whose branch also touches another path is listed with that, and the next one wins."""
    memory = board()
    head = memory.refs[f"refs/heads/{bid_branch('maple-works', REF)}"]
    foreign = Finding("CHG101", "foreign-path", "error", "public", BID, 0, 0, Text("a", "b"), Text("a", "b"), {})

    memory.act(lambda seen: award.decide(seen, ASKED, SCHEMAS, {head: (foreign,)}).outcome)

    (found,) = proved(memory).awards
    assert found.award.bidder == "atelier-boreal"
    assert [row.findings for row in found.award.bids if row.bidder == "maple-works"] == [("foreign-path",)]
    assert found_by(memory) == []


def test_a_bid_merged_by_mistake_is_neither_favoured_nor_out() -> None:
    """It counts from main when its branch is gone; where its branch is there, the branch counts."""
    memory = board()
    branch = f"refs/heads/{bid_branch('maple-works', REF)}"
    memory.put({**memory.tree(MAIN), BID: bids_on_branches()["maple-works"]}, [memory.refs[MAIN], memory.refs[branch]])
    assert found_by(memory) == ["bid-merged-alone"]
    memory.remove(branch)

    give(memory)

    assert len(memory.commit(MAIN).parents) == 1
    assert [change.path for change in memory.changes(memory.commit(MAIN).parents[0], MAIN, "")] == [AWARD]
    assert found_by(memory) == []


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"at": datetime.fromisoformat("2026-09-15T14:00:00-04:00")}, ["award-before-closing"]),
        ({"by": "m-singh"}, ["outside-delegation"]),
        ({"by": "nobody"}, ["unknown-officer"]),
        ({"bidder": "northbit"}, ["failing-bid"]),
        ({"bidder": "atelier-boreal"}, ["unselected-bid"]),
        ({"at": datetime.fromisoformat("2026-10-16T00:00:00-04:00")}, ["expired-bid"]),
    ],
)
def test_refuses_by_name(changes: dict[str, object], refused: list[str]) -> None:
    """And leaves everything as it was."""
    memory = board()
    before = memory.refs
    fields = {"by": ASKED.by, "bidder": "", "at": AT} | changes
    asked = award.Request(REF, str(fields["by"]), "", str(fields["bidder"]), _instant(fields["at"]), "machine")

    assert names(give(memory, asked)) == refused
    assert memory.refs == before


def _instant(value: object) -> datetime:
    assert isinstance(value, datetime)
    return value


@pytest.mark.parametrize(
    ("parents", "path", "incident"),
    [(1, "", "squashed-award"), (2, "opportunities/LICENSE.md", "evil-merge"), (2, "Makefile", "evil-merge")],
)
def test_what_reached_main_as_an_incident_is_no_award_that_stands(parents: int, path: str, incident: str) -> None:
    """Asked again, the act tags nothing, and tells the incident; merged as it was proposed, it gets its tag."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    main, head = memory.refs[MAIN], memory.refs[PROPOSAL]
    memory.put({**memory.tree(head), **({path: b"x"} if path else {})}, [main, head][:parents], "Merge")

    assert names(give(memory)) == [incident]
    assert memory.tag(TAG) is None

    twin = board()
    give(twin, replace(ASKED, proposal=True))
    twin.put(twin.tree(twin.refs[PROPOSAL]), [twin.refs[MAIN], twin.refs[PROPOSAL]], "Merge")
    assert isinstance(give(twin), Written)
    assert found_by(twin) == []


def test_before_the_closing_nothing_about_merit_is_told() -> None:
    """Neither who leads, nor that two are equal, nor that a bid fails."""
    early = replace(ASKED, at=datetime.fromisoformat("2026-09-14T12:00:00-04:00"))
    tied = board(atelier_boreal=at_price("atelier-boreal", "1950.00"))

    for bidder in ("", "northbit", "atelier-boreal"):
        assert names(give(tied, replace(early, bidder=bidder))) == ["award-before-closing"]


def test_a_tie_is_refused_by_name() -> None:
    """Nobody picks one of two equals."""
    memory = board(atelier_boreal=at_price("atelier-boreal", "1950.00"))

    assert names(give(memory)) == ["undecided-tie"]
    assert names(give(memory, replace(ASKED, bidder="maple-works"))) == ["undecided-tie"]


def test_a_low_price_is_awarded_with_a_warning() -> None:
    """A price may be meant to be low."""
    memory = board(maple_works=at_price("maple-works", "195.00"))

    answer = award.decide(memory, ASKED, SCHEMAS)

    assert names(answer.warnings) == ["price-to-confirm"]
    assert isinstance(give(memory), Written)


def test_a_supplier_who_is_not_registered_charges_no_tax() -> None:
    """The total is the price."""
    data = bids_on_branches()["maple-works"].replace(b"registered_for_tax: true", b"registered_for_tax: false")
    memory = board(maple_works=data)

    give(memory)

    assert '  price: "1950.00"\n  taxes: []\n  total: "1950.00"\n' in written(memory)
    assert found_by(memory) == []


def test_two_taxes_are_rounded_each_by_itself() -> None:
    """In Quebec."""
    memory = board({OPPORTUNITY: ('tax_place: "ON"', 'tax_place: "QC"')})

    give(memory)

    value = written(memory).split("value:\n")[1].split("contract:")[0]
    assert '"97.50"' in value
    assert 'rate: 9.975\n      amount: "194.51"' in value
    assert 'total: "2242.01"' in value


def test_the_instant_is_told_in_the_zone_of_the_board() -> None:
    """Whatever clock or zone it was given in, to the second."""
    memory = board()

    give(memory, replace(ASKED, at=datetime(2026, 9, 17, 2, 30, 1, 999, tzinfo=UTC)))

    assert 'decided_at: "2026-09-16T22:30:01-04:00"' in written(memory)
    assert 'published_on: "2026-09-16"' in written(memory)


@pytest.mark.parametrize(("identifier", "identity"), [("", "claimed"), ("github:900102", "forge")])
def test_a_supplier_with_an_id_is_attested(identifier: str, identity: str) -> None:
    """A login alone is a claim, and the record says so."""
    memory = board()
    name = bid_branch("maple-works", REF)

    give(memory, replace(ASKED, sources=(Source("maple-works", identifier, memory.refs[f"refs/heads/{name}"], name),)))

    assert f'identity: "{identity}"' in written(memory)


def test_a_given_clock_is_said() -> None:
    """An instant that was given stands on the record as given."""
    memory = board()

    give(memory, replace(ASKED, clock="given"))

    assert 'clock: "given"' in written(memory)


def test_what_an_act_rests_on_has_to_be_valid() -> None:
    """A posting, a policy or an organization with faults is told; nothing is awarded on it."""
    for path, old in (
        (OPPORTUNITY, 'licence: "MIT"'),
        ("opportunities/policy.yml", "schema: 1"),
        ("opportunities/board.yml", "schema: 1"),
    ):
        memory = board({path: (old, "odd: &a x")})

        assert {finding.path for finding in _findings(give(memory))} == {path}


def _findings(outcome: object) -> tuple[Finding, ...]:
    assert isinstance(outcome, tuple)
    return outcome


def test_what_is_not_there_is_named() -> None:
    """No main, no opportunity, no bid of that name."""
    with pytest.raises(UnknownProcurementError):
        give(Memory())
    with pytest.raises(UnknownProcurementError):
        give(board(), replace(ASKED, ref="dex-mex/2026/nothing"))
    with pytest.raises(award.UnknownBidError):
        give(board(), replace(ASKED, bidder="nobody"))


def test_a_proposal_is_the_very_same_commit_on_its_branch() -> None:
    """Main stays, no tag is made, and merging it fast-forward gives what an award gives."""
    proposed, awarded = board(), board()
    main = proposed.refs[MAIN]

    give(proposed, replace(ASKED, proposal=True))
    give(awarded)

    assert proposed.refs[PROPOSAL] == awarded.refs[MAIN]
    assert proposed.refs[MAIN] == main
    assert proposed.tag(TAG) is None


def test_a_proposal_asked_for_again_stays_as_it_is() -> None:
    """Its instant is that of the first time; once main has moved it is made anew on the new main."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    first = memory.refs[PROPOSAL]
    later = replace(ASKED, proposal=True, at=AT + timedelta(hours=1))

    assert give(memory, later) == Nothing()
    assert memory.refs[PROPOSAL] == first
    memory.put({**memory.tree(MAIN), "README.md": b"x"}, [memory.refs[MAIN]])

    assert isinstance(give(memory, later), Written)
    assert memory.commit(PROPOSAL).parents[0] == memory.refs[MAIN]
    assert 'decided_at: "2026-09-16T11:05:00-04:00"' in written(memory, revision=PROPOSAL)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (AWARD, "2203.50", "9203.50"),
        (AWARD, "2026-10-30", "2026-09-30"),
        (AWARD, "schema: 1", "schema: 1  # mine"),
        (BID, "1950.00", "1950.01"),
        (OPPORTUNITY, "2400.00", "2500.00"),
        ("README.md", "", "mine"),
    ],
)
def test_a_branch_of_that_name_that_is_no_proposal_is_replaced(path: str, old: str, new: str) -> None:
    """Somebody may have pushed to it, under the very same message and parents."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    genuine = memory.commit(PROPOSAL)
    files = memory.tree(PROPOSAL)
    memory.put(
        {**files, path: files.get(path, b"").replace(old.encode(), new.encode(), 1)},
        genuine.parents,
        genuine.message,
        PROPOSAL,
    )
    assert memory.refs[PROPOSAL] != genuine.id

    give(memory, replace(ASKED, proposal=True))

    assert memory.refs[PROPOSAL] == genuine.id


def test_bids_may_lie_where_a_forge_keeps_them() -> None:
    """Their authors are attested, and the award names the id."""
    memory = board()
    heads = {login: memory.refs[f"refs/heads/{bid_branch(login, REF)}"] for login in bids_on_branches()}
    for login in heads:
        memory.remove(f"refs/heads/{bid_branch(login, REF)}")
    sources = tuple(Source(login, f"github:{n}", head, f"#{n}") for n, (login, head) in enumerate(heads.items()))

    give(memory, replace(ASKED, proposal=True, sources=sources))

    wanted = next(source.id for source in sources if source.login == "maple-works")
    assert f'bidder: "maple-works"\nid: "{wanted}"\n' in written(memory, revision=PROPOSAL)
    assert blob_id(bids_on_branches()["northbit"]) in written(memory, revision=PROPOSAL)


def test_an_award_on_an_edited_main_rests_on_what_stands_there() -> None:
    """The digest is that of the request as main has it; that nothing announced the edit is told beside it."""
    memory = board()
    memory.put(edited(memory, OPPORTUNITY, 'end: "2026-09-25"', 'end: "2026-09-28"'), [memory.refs[MAIN]])

    give(memory)

    assert 'end: "2026-09-28"' in written(memory)
    assert found_by(memory) == ["rewritten-request"]


def test_a_letter_after_the_first_award_stops_no_second() -> None:
    """Nobody rules any more on what came behind the closing; before the first award somebody has to."""
    memory = receipted(TWO)
    closed(memory)
    letter = Head("mail", "mail-7", "", "b" * 40, "c" * 64, CLOSES, "a-tremblay")
    waiting = receipted(TWO)
    closed(waiting)
    log(waiting, AT, letter)

    first = give(memory, replace(ASKED, bidder="maple-works"))
    log(memory, AT + SECOND, letter)
    second = give(memory, replace(ASKED, bidder="atelier-boreal", at=AT + 2 * SECOND))

    assert isinstance(first, Written)
    assert isinstance(second, Written)
    assert names(give(waiting, replace(ASKED, bidder="maple-works", at=AT + SECOND))) == ["award-over-doubt"]
