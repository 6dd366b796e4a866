"""The files that acts write: what is read is what was written, to the byte."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, board_files

from board.core.text import Bilingual
from board.jobs.reading import read
from board.model.award import Assurance, Award, Cancellation, JudgedBid, TaxAmount
from board.model.board import BoardSettings, board_settings
from board.state.ledger import read_award, read_cancellation, write_award, write_cancellation

AWARD_PATH = f"{FOLDER}/awards/maple-works/award.yml"
ALT_TEXT = "opportunities/dex-mex/2026/alt-text/cancellation.yml"


@pytest.fixture
def settings() -> BoardSettings:
    """Those of the specimen, with the address that its own files name."""
    path = "opportunities/board.yml"
    _, found = read(path, board_files()[path], "board", board_settings, SCHEMAS)
    assert found
    return replace(found, address="https://example.invalid/")


@pytest.fixture
def award() -> Award:
    """The award of the specimen."""
    found = read_award(board_files()[AWARD_PATH], SCHEMAS)
    assert found
    return found


def test_writes_the_award_of_the_specimen_to_the_byte(award: Award, settings: BoardSettings) -> None:
    """The worked example is what the program writes."""
    assert write_award(award, settings) == board_files()[AWARD_PATH]


def test_writes_the_end_of_the_specimen_to_the_byte(settings: BoardSettings) -> None:
    """So is the end without an award."""
    found = read_cancellation(board_files()[ALT_TEXT], SCHEMAS)

    assert found
    assert write_cancellation(found, settings) == board_files()[ALT_TEXT]


def test_reads_back_every_field_of_an_award(award: Award, settings: BoardSettings) -> None:
    """With every optional field, several taxes, text that YAML would take for markup, and empty lists."""
    odd = Bilingual('Say "no": yes, # 3 \\ %', "« Non » : l’été, ☂ ᐃᓄᒃ")
    full = replace(
        award,
        id="github:900021",
        work_start=date(2026, 9, 17),
        reason=odd,
        justification=odd,
        value=replace(
            award.value,
            taxes=(*award.value.taxes, TaxAmount("QST", Decimal("9.975"), Decimal("194.51"))),
        ),
        assurance=Assurance("forge", "none", "given", "trial"),
        bids=(*award.bids, JudgedBid("zed", "0" * 40, "0" * 64, None, passed=False, findings=("no-price", "late"))),
    )
    bare = replace(award, waived=(), value=replace(award.value, taxes=()))

    assert read_award(write_award(full, settings), SCHEMAS) == full
    assert read_award(write_award(bare, settings), SCHEMAS) == bare


def test_reads_back_an_end_with_its_text(settings: BoardSettings) -> None:
    """In both languages."""
    ended = Cancellation(
        "dex-mex/2026/alt-text",
        "no-funds",
        "a-tremblay",
        datetime.fromisoformat("2026-09-10T10:00:00-04:00"),
        Bilingual("No funds.", "Les fonds manquent."),
    )

    assert read_cancellation(write_cancellation(ended, settings), SCHEMAS) == ended


def test_a_board_without_an_address_names_no_schema(award: Award, settings: BoardSettings) -> None:
    """A line that leads nowhere would be worse than none."""
    assert write_award(award, replace(settings, address="")).startswith(b"schema: 1\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"schema: 1\n",
        b"\xff",
        b"a: [",
        pytest.param(b"&a", id="anchor"),
    ],
)
def test_what_is_not_valid_is_no_outcome(data: bytes) -> None:
    """A file that cannot be read is told by other rules; nobody takes it for an award or an end."""
    assert read_award(data, SCHEMAS) is None
    assert read_cancellation(data, SCHEMAS) is None


def test_a_day_that_cannot_be_is_no_outcome() -> None:
    """February 30 has the form of a day."""
    assert read_award(board_files()[AWARD_PATH].replace(b"2026-09-25", b"2026-02-30"), SCHEMAS) is None
    assert read_cancellation(board_files()[ALT_TEXT].replace(b"2026-09-16T", b"2026-02-30T"), SCHEMAS) is None
