"""Who keeps the key and who promises to a draw follows from the delegations, so that a line can be typed as it is."""

from dataclasses import replace
from datetime import date

import pytest
from tests.boards import specimen_board

from board.model.organization import Organization
from board.state.promising import keeper, promisers

DAY = date(2026, 9, 10)


def organization(**may: str) -> Organization:
    """One with these people in that order, each of whom may do these words."""
    model = specimen_board().organizations["dex-mex"]
    row = model.people[0].delegations[0]
    people = (
        replace(model.people[0], login=login, delegations=(replace(row, may=tuple(words.split())),))
        for login, words in may.items()
    )
    return replace(model, people=tuple(people))


@pytest.mark.parametrize(
    ("may", "login"),
    [
        ({"a": "post", "b": "keep-key"}, "b"),
        ({"a": "post keep-key", "b": "keep-key"}, "b"),
        ({"a": "post evaluate keep-key approve"}, "a"),
        ({"a": "post"}, "LOGIN"),
    ],
)
def test_the_keeper(may: dict[str, str], login: str) -> None:
    """Somebody who neither posts nor evaluates, where there is one."""
    assert keeper(organization(**may), DAY) == login


def test_nobody_on_a_day_without_delegations() -> None:
    """What is over does not count."""
    assert keeper(organization(a="keep-key"), date(2040, 1, 1)) == "LOGIN"
    assert keeper(None, DAY) == "LOGIN"


@pytest.mark.parametrize(
    ("may", "promised", "left"),
    [
        ({"a": "post", "b": "approve", "c": "keep-key"}, (), ("a", "c")),
        ({"a": "post", "b": "approve", "c": "keep-key"}, ("b",), ("a",)),
        ({"a": "post", "b": "approve", "c": "keep-key"}, ("a",), ("c",)),
        ({"a": "post", "b": "approve", "c": "post"}, ("a", "c"), ("b",)),
        ({"a": "post", "b": "approve"}, ("a",), ("b",)),
        ({"a": "post approve"}, (), ("a",)),
        ({"a": "post approve"}, ("a",), ("a",)),
    ],
)
def test_who_is_still_to_promise(may: dict[str, str], promised: tuple[str, ...], left: tuple[str, ...]) -> None:
    """Two people of two roles; one alone is named once, also for a second promise."""
    assert promisers(organization(**may), DAY, promised) == left
