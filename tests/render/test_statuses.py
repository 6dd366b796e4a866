"""What a forge is told of a change."""

import itertools
from typing import get_args

import pytest

from board.core.text import LANGUAGES
from board.model.change import Nature
from board.render.statuses import State, outputs, receipt, statuses

HEAD = "0123456789abcdef0123456789abcdef01234567"
EVERY = list(itertools.product(get_args(Nature), (True, False)))


@pytest.mark.parametrize(
    ("nature", "stands", "check", "merge"),
    [
        ("act", True, "success", "success"),
        ("act", False, "failure", "failure"),
        ("work", True, "success", "success"),
        ("work", False, "failure", "failure"),
        ("bid", True, "success", "pending"),
        ("bid", False, "failure", "pending"),
        ("mixed", False, "failure", "failure"),
    ],
)
def test_the_table(nature: Nature, stands: bool, check: State, merge: State) -> None:
    """The verdict is the verdict; an act and work may be merged when it stands, a bid never."""
    assert [(one.name, one.state) for one in statuses(nature, stands=stands)] == [("check", check), ("merge", merge)]


@pytest.mark.parametrize(("nature", "stands"), EVERY)
def test_fits_what_a_forge_shows(nature: Nature, stands: bool) -> None:
    """Both languages together stay under the 140 characters of GitHub."""
    said = [line for line in outputs(nature, HEAD, stands=stands) if "-says=" in line]

    assert len(said) == 2
    assert [line for line in said if len(line.partition("=")[2]) > 140] == []


def test_a_receipt_says_that_nothing_is_judged() -> None:
    """In both languages, within the 140 characters; its instant is the status's own."""
    assert receipt() == (
        "Received and not judged yet; GitHub’s clock says when. / "
        "Reçue et pas encore jugée\u202f; l’horloge de GitHub dit quand."
    )
    assert len(receipt()) <= 140


def test_the_lines_whole() -> None:
    """One line a name, in the order in which they are written."""
    assert list(outputs("bid", HEAD, stands=True)) == [
        "nature=bid",
        f"head={HEAD}",
        "check=success",
        "check-says=Nothing stops it. / Rien ne s’y oppose.",
        "merge=pending",
        "merge-says=Nobody merges a bid; the award does. / "
        "Personne ne fusionne une soumission\u202f; l’attribution le fait.",
    ]


@pytest.mark.parametrize(("nature", "stands"), EVERY)
def test_no_line_is_two(nature: Nature, stands: bool) -> None:
    """A line break in a text would begin an output of its own."""
    assert [line for line in outputs(nature, HEAD, stands=stands) if "\n" in line or "\r" in line] == []
    assert all(one.says[language] for one in statuses(nature, stands=stands) for language in LANGUAGES)
