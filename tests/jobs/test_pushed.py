"""What is said of a bid at its push: what refuses there refuses at the evaluation, and nothing else."""

from collections.abc import Mapping

import pytest
from tests.worlds import BID

from board.core.finding import Finding, Severity
from board.core.text import Text
from board.jobs.pushed import Told, told


def finding(code: str, name: str, path: str = BID, severity: Severity = "error") -> Finding:
    """A finding of that rule."""
    facts: Mapping[str, str] = {}
    return Finding(code, name, severity, "public", path, 0, 0, Text("", ""), Text("", ""), facts)


@pytest.mark.parametrize(
    ("found", "left_out", "for_people"),
    [
        (finding("CHG101", "foreign-path", "README.md"), ("CHG101",), ()),
        (finding("CHG104", "wrong-mode"), ("CHG104",), ()),
        (finding("CHG130", "file-too-large", "big.yml"), ("CHG130",), ()),
        (finding("CHG110", "second-bid"), (), ("CHG110",)),
        (finding("CHG106", "confusable-name"), (), ("CHG106",)),
    ],
)
def test_what_the_closing_cannot_hold_refuses_nothing(
    found: Finding, left_out: tuple[str, ...], for_people: tuple[str, ...]
) -> None:
    """It is a warning, with what becomes of it."""
    said = told([found], BID)

    assert ([one.severity for one in said.findings], said.left_out, said.for_people) == (
        ["warning"],
        left_out,
        for_people,
    )


@pytest.mark.parametrize(
    "found",
    [
        finding("BID101", "over-ceiling"),
        finding("DOC101", "odd"),
        finding("CHG109", "bid-by-insider"),
        finding("CHG130", "file-too-large"),
        finding("CHG132", "no-such-opportunity"),
        finding("CHG125", "personal-address", severity="warning"),
        finding("LOG231", "clock-gone-back", "opportunities/x/opportunity.yml", "warning"),
    ],
)
def test_what_stands_against_the_bid_stays_as_it_is(found: Finding) -> None:
    """The evaluation says the same of it; a warning is nothing that is left out."""
    assert told([found], BID) == Told((found,), (), ())
