"""What messages of commits and tags say."""

from datetime import datetime

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, board_files

from board.model.award import Award, Cancellation
from board.state.ledger import read_award
from board.state.message import (
    UNTOLD,
    Merge,
    award_message,
    award_tag_message,
    cancellation_message,
    claims,
    merge_of,
    trailers,
)

AT = datetime.fromisoformat("2026-09-17T09:30:00-04:00")

MESSAGE = """\
Award dex-mex/2026/date-filter to maple-works

Board-Act: award
Board-Opportunity: dex-mex/2026/date-filter
Board-Bidder: maple-works
Board-Bid: sha256:63ce0bec28e86e67f2ff1e344647c43f7f6da738341ffd7d911974d1300bec87
Board-Total: 2203.50 CAD
Board-By: a-tremblay"""


@pytest.fixture
def award() -> Award:
    """The award of the specimen."""
    found = read_award(board_files()[f"{FOLDER}/awards/maple-works/award.yml"], SCHEMAS)
    assert found
    return found


def test_the_message_of_an_award(award: Award) -> None:
    """Subject and six trailers, compared whole: history is searched for them for ever."""
    assert award_message(award) == MESSAGE
    assert award_tag_message(award) == MESSAGE


def test_the_message_of_an_end() -> None:
    """The same form."""
    ended = Cancellation("dex-mex/2026/alt-text", "no-bid", "a-tremblay", AT, None)

    assert cancellation_message(ended) == (
        "End dex-mex/2026/alt-text without an award\n\n"
        "Board-Act: cancel\nBoard-Opportunity: dex-mex/2026/alt-text\nBoard-Reason: no-bid\nBoard-By: a-tremblay"
    )


@pytest.mark.parametrize(
    "merge", [UNTOLD, Merge("a-tremblay", "", None), Merge("a-tremblay", "github:900012", AT), Merge("", "", AT)]
)
def test_reads_back_who_merged_and_when(award: Award, merge: Merge) -> None:
    """As much as was told, and no more."""
    assert merge_of(award_tag_message(award, merge)) == merge


def test_who_merged_stands_behind_the_award(award: Award) -> None:
    """The tag of a merge says everything that the tag of a local award says."""
    told = award_tag_message(award, Merge("b-roy", "github:900013", AT))

    assert told == f"{MESSAGE}\nBoard-Merged-By: b-roy (github:900013)\nBoard-Merged-At: 2026-09-17T09:30:00-04:00"


def test_trailers_are_read_from_the_last_paragraph() -> None:
    """What stands above it is prose."""
    message = "Subject\n\nBoard-Act: forged\n\nBoard-Act: award\nBoard-By: a"

    assert trailers(message) == (("Board-Act", "award"), ("Board-By", "a"))


def test_a_trailer_that_stands_twice_says_nothing() -> None:
    """Of two answers neither can be believed."""
    assert trailers("Subject\n\nBoard-By: a\nBoard-By: b") == ()


@pytest.mark.parametrize("said", ["Board-Merged-At: yesterday", "Board-Merged-By: A B", "Board-Merged-By: "])
def test_another_form_tells_nothing(said: str) -> None:
    """A tag that somebody wrote by hand cannot name a person who is none."""
    assert merge_of(f"Subject\n\n{said}") == UNTOLD


@pytest.mark.parametrize(
    ("message", "does"),
    [
        ("Subject\n\nBoard-Act: award", True),
        ("Subject\n\n  board-act : award\n\nmore", True),
        ("Board-Act: award", True),
        ("Subject\n\nAs the Board-Act: award trailer says", False),
        ("Board the train: now", False),
    ],
)
def test_knows_what_looks_like_a_trailer(message: str, does: bool) -> None:
    """Anywhere in a message, however it is written."""
    assert claims(message) is does
