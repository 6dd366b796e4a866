"""Nobody is handed a form for a bid that could not count."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.boards import settings, specimen, specimen_board

from board.jobs.new_bid import refusal
from board.model.procurement import Procurement

NOW = datetime.fromisoformat("2026-09-10T09:00:00-04:00")


def said(ref: str, now: str) -> str | None:
    """Why nobody can bid at that instant, in English."""
    found = refusal(specimen(ref), settings(specimen_board()), datetime.fromisoformat(now), "en")
    return found.text.en.format(**found.values) if found else None


@pytest.mark.parametrize(
    "now", ["2026-09-01T09:00:00-04:00", "2026-09-15T14:00:00-04:00", "2026-09-15T14:00:00.9-04:00"]
)
def test_until_the_closing(now: str) -> None:
    """A bid may be written before the opening, and to the last second."""
    assert said("dex-mex/2026/date-filter", now) is None


def test_after_the_closing() -> None:
    """A second later it is refused, with the closing."""
    closed = "dex-mex/2026/date-filter took bids until September 15, 2026, 2:00\u00a0p.m. EDT"

    assert said("dex-mex/2026/date-filter", "2026-09-15T14:00:01-04:00") == closed


def test_what_ended_what_has_no_key_and_what_is_not_there() -> None:
    """Each has a sentence of its own; where the key is there, a sealed bid may be written."""
    open_ = "2026-09-10T09:00:00-04:00"
    sealed = "dex-mex/2026/keyboard-map"
    keyless = refusal(replace(specimen(sealed), sealing=None), settings(specimen_board()), NOW, "en")

    assert said("dex-mex/2026/alt-text", open_) == "dex-mex/2026/alt-text ended without an award and takes no bids"
    assert said(sealed, open_) is None
    assert keyless is not None
    assert keyless.text.en.startswith("{ref} takes sealed bids, and has no valid sealing.yml")
    unknown = refusal(Procurement("dex-mex/2026/y"), settings(specimen_board()), datetime.fromisoformat(open_), "fr")
    assert unknown is not None
    assert unknown.text.fr.format(**unknown.values).startswith("Ce tableau n’a aucune occasion valide dex-mex/2026/y")
