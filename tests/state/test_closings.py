"""What stands between closing and outcome: what is read is what was written, to the byte."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import board_files

from board.core.yaml import load
from board.jobs.reading import read
from board.model.board import BoardSettings, board_settings
from board.state.ledger import (
    read_closing,
    read_draws,
    read_evaluation,
    read_rulings,
    write_closing,
    write_draws,
    write_evaluation,
    write_rulings,
)

KEPT = Path(__file__).parents[1] / "kept"
Read: TypeAlias = Callable[..., Any]
Write: TypeAlias = Callable[..., bytes]
KINDS: list[tuple[str, Read, Write]] = [
    ("closing", read_closing, write_closing),
    ("rulings", read_rulings, write_rulings),
    ("evaluation", read_evaluation, write_evaluation),
    ("draw", read_draws, write_draws),
]
KEYBOARD_MAP = "opportunities/dex-mex/2026/keyboard-map"


@pytest.fixture
def settings() -> BoardSettings:
    """Those of the specimen."""
    path = "opportunities/board.yml"
    _, found = read(path, board_files()[path], "board", board_settings, SCHEMAS)
    assert found
    return found


@pytest.mark.parametrize(("kind", "read_it", "write_it"), KINDS)
@pytest.mark.parametrize("size", ["least", "full"])
def test_reads_back_what_it_wrote(
    kind: str, size: str, read_it: Read, write_it: Write, settings: BoardSettings
) -> None:
    """With every optional field and with none."""
    kept = read_it((KEPT / f"{kind}-{size}.yml").read_bytes(), SCHEMAS)

    written = write_it(kept, settings)

    assert kept is not None
    assert read_it(written, SCHEMAS) == kept
    assert load("", written).value == load("", (KEPT / f"{kind}-{size}.yml").read_bytes()).value


@pytest.mark.parametrize(("kind", "read_it", "write_it"), [kind for kind in KINDS if kind[0] != "rulings"])
def test_the_worked_example_survives_the_trip(
    kind: str, read_it: Read, write_it: Write, settings: BoardSettings
) -> None:
    """Files that others wrote hold nothing that ours would lose."""
    given = worked_example(f"{KEYBOARD_MAP}/{kind}.yml").read_bytes()

    written = write_it(read_it(given, SCHEMAS), settings)

    assert load("", written).value == load("", given).value


@pytest.mark.parametrize(("kind", "read_it", "write_it"), KINDS)
def test_a_file_that_is_not_valid_is_none(kind: str, read_it: Read, write_it: Write) -> None:
    """A key that nobody knows, or text that is no YAML."""
    least = (KEPT / f"{kind}-least.yml").read_bytes()

    assert read_it(least + b"zed: 1\n", SCHEMAS) is None
    assert read_it(b"[", SCHEMAS) is None
