"""Tags of what a forge merged."""

from dataclasses import replace
from datetime import datetime

from tests.jobs.purchase import ASKED, AWARD, BID, ORGANIZATION, TAG, board, found_by, give
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.jobs import record
from board.model.snapshot import MAIN, Nothing, Written
from board.state.message import UNTOLD, Merge, merge_of

MERGE = Merge("a-tremblay", "github:900012", datetime.fromisoformat("2026-09-17T09:30:00-04:00"))


def merged(extra: dict[str, bytes] | None = None, parents: int = 2) -> Memory:
    """The purchase with its proposal merged by a forge."""
    memory = board()
    give(memory, replace(ASKED, proposal=True))
    main, head = memory.refs[MAIN], memory.refs[f"refs/heads/award/{REF}"]
    brought = {path: memory.tree(head)[path] for path in (AWARD, BID)}
    memory.put({**memory.tree(main), **brought, **(extra or {})}, [main, head][:parents], "Merge pull request #41")
    return memory


def recorded(memory: Memory, told: record.Told = record.Told()) -> object:  # noqa: B008 - frozen
    """What comes of one call."""
    return memory.act(lambda seen: record.decide(seen, told, SCHEMAS).outcome)


def test_tags_the_award_commit_with_who_merged_and_when() -> None:
    """Not the merge: the commit with message and parents of the award lies under it."""
    memory = merged()
    under = memory.commit(MAIN).parents[1]

    assert recorded(memory, record.Told(MERGE)) == Written((), (TAG,))

    tag = memory.tag(TAG)
    assert tag
    assert tag.target == under
    assert merge_of(tag.message) == MERGE
    assert tag.message.startswith(award_message_of(memory))
    assert found_by(memory) == []


def award_message_of(memory: Memory) -> str:
    """The message of the commit under main."""
    return memory.commit(memory.commit(MAIN).parents[1]).message


def test_recorded_twice_is_recorded_once() -> None:
    """Also when the second run is told something else."""
    memory = merged()
    recorded(memory, record.Told(MERGE))
    tag = memory.tag(TAG)

    assert recorded(memory, record.Told(replace(MERGE, by="m-singh"))) == Nothing()
    assert memory.tag(TAG) == tag


def test_what_is_told_of_one_push_is_said_of_that_push_alone() -> None:
    """An award that an earlier push brought, and whose run failed, is tagged without a name."""
    memory = merged()
    step = memory.refs[MAIN]
    memory.put({**memory.tree(MAIN), "README.md": b"x"}, [step], "Another push")

    recorded(memory, record.Told(MERGE))
    tag = memory.tag(TAG)
    assert tag
    assert merge_of(tag.message) == UNTOLD

    memory.set_tag(TAG, None)
    recorded(memory, record.Told(MERGE, step))
    tag = memory.tag(TAG)
    assert tag
    assert merge_of(tag.message) == MERGE


def test_who_merged_is_judged() -> None:
    """The tag says what happened, and the proof says that this person had no delegation for it."""
    memory = merged()

    recorded(memory, record.Told(replace(MERGE, by="m-singh", id="github:900011")))

    assert found_by(memory) == ["outside-delegation"]


def test_a_merge_after_the_bid_ran_out_is_told() -> None:
    """The merge is the award, so its day counts."""
    memory = merged()

    recorded(memory, record.Told(replace(MERGE, at=datetime.fromisoformat("2026-10-16T09:00:00-04:00"))))

    assert found_by(memory) == ["expired-bid"]


def test_an_incident_is_not_tagged() -> None:
    """A squash, and a merge that raises a limit."""
    raised = board().tree(MAIN)[ORGANIZATION].replace(b"40000.00", b"90000.00")
    for memory, found in (
        (merged(parents=1), ["squashed-award"]),
        (merged({ORGANIZATION: raised}), ["evil-merge", "missing-tag"]),
        (merged({AWARD: merged().tree(MAIN)[AWARD].replace(b"2203.50", b"3203.50")}), None),
    ):
        assert recorded(memory, record.Told(MERGE)) == Nothing()
        assert memory.tag(TAG) is None
        if found:
            assert found_by(memory) == found


def test_a_fast_forward_is_tagged_without_a_merge() -> None:
    """Nobody merged anything; the award's own words are all there is."""
    memory = board()
    give(memory)
    tag = memory.tag(TAG)
    memory.set_tag(TAG, None)

    recorded(memory)

    assert memory.tag(TAG) == tag


def test_a_board_without_awards_has_nothing_to_tag() -> None:
    """Nor has an empty repository."""
    assert recorded(board()) == Nothing()
    assert recorded(Memory()) == Nothing()
