"""What becomes of an end without an award that an officer asks for."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.jobs.purchase import ALT_TEXT, AT, board, found_by, give, names
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF, board_files

from board.core.text import Bilingual
from board.jobs import cancel
from board.jobs.acting import UnknownProcurementError
from board.model.reference import cancellation_path
from board.model.snapshot import MAIN, Nothing, Written

ASKED = cancel.Request(
    ALT_TEXT, "a-tremblay", "", "no-bid", datetime.fromisoformat("2026-09-16T10:20:00-04:00"), "given"
)
WHY = Bilingual("The work is done by a colleague.", "Une collègue fait le travail.")
EARLY = datetime.fromisoformat("2026-09-10T10:00:00-04:00")


def end(memory: Memory, asked: cancel.Request = ASKED) -> object:
    """What comes of one request."""
    return memory.act(lambda seen: cancel.decide(seen, asked, SCHEMAS).outcome)


def test_gives_the_end_of_the_specimen() -> None:
    """Whole, to the byte, but for the address of the schema, in one commit of its own."""
    memory = board()
    main = memory.refs[MAIN]

    assert isinstance(end(memory), Written)

    path = cancellation_path(ALT_TEXT)
    worked = board_files()[path].decode()
    assert memory.tree(MAIN)[path].decode() == worked.replace("invalid/schema/", "invalid/board/schema/")
    assert memory.commit(MAIN).parents == (main,)
    assert memory.commit(MAIN).message.startswith(f"End {ALT_TEXT} without an award\n\nBoard-Act: cancel\n")
    assert found_by(memory) == []


def test_asked_again_after_a_lost_reply_nothing_changes() -> None:
    """Later and by another officer: the file tells who ended it, and when."""
    memory = board()
    end(memory)
    before = memory.refs

    assert end(memory, replace(ASKED, by="m-singh", at=ASKED.at + timedelta(days=1))) == Nothing()
    assert memory.refs == before


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"by": "m-singh"}, ["outside-delegation"]),
        ({"at": "2026-09-15T14:00:00-04:00"}, ["ended-before-closing"]),
        ({"ref": REF}, ["untrue-reason"]),
        ({"ref": REF, "reason": "none-passes"}, ["untrue-reason"]),
        ({"reason": "none-passes"}, ["untrue-reason"]),
    ],
)
def test_refuses_by_name(changes: dict[str, str], refused: list[str]) -> None:
    """And leaves everything as it was."""
    memory = board()
    before = memory.refs
    asked = cancel.Request(
        changes.get("ref", ALT_TEXT),
        changes.get("by", "a-tremblay"),
        "",
        changes.get("reason", "no-bid"),
        datetime.fromisoformat(changes["at"]) if "at" in changes else ASKED.at,
        "given",
    )

    assert names(end(memory, asked)) == refused
    assert memory.refs == before


def test_a_purchase_may_be_cancelled_while_bids_come() -> None:
    """For a reason that says nothing of them, with a text in both languages."""
    memory = board()

    end(memory, replace(ASKED, ref=REF, reason="no-longer-needed", at=EARLY, text=WHY))

    written = memory.tree(MAIN)[cancellation_path(REF)].decode()
    assert f'text:\n  en: "{WHY.en}"\n  fr: "{WHY.fr}"\n' in written


def test_what_has_an_outcome_is_not_ended_again() -> None:
    """An award stands, and so does an end for another reason; nor is what ended awarded."""
    awarded, ended = board(), board()
    give(awarded)
    end(ended, replace(ASKED, ref=REF, reason="no-funds", at=EARLY, text=WHY))

    assert names(end(awarded, replace(ASKED, ref=REF, reason="no-funds", text=WHY))) == ["already-ended"]
    assert names(end(ended, replace(ASKED, ref=REF, reason="flawed", text=WHY))) == ["already-ended"]
    assert names(give(ended)) == ["award-after-cancellation"]


def test_an_end_dated_before_the_last_act_is_refused() -> None:
    """The award of another purchase stands before it."""
    memory = board()
    give(memory)

    assert names(end(memory, replace(ASKED, at=AT - timedelta(seconds=1)))) == ["clock-behind-record"]


def test_what_is_not_there_is_named() -> None:
    """No main, no opportunity."""
    with pytest.raises(UnknownProcurementError):
        end(Memory())
    with pytest.raises(UnknownProcurementError):
        end(board(), replace(ASKED, ref="dex-mex/2026/nothing"))
