"""What a status says of an act on a pull request."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from board.model.pull_act import Account, Act, Kind, PullAct
from board.render.pull_acts import description

KINDS: dict[Kind, tuple[Act, ...]] = {
    "received": ("opened", "pushed", "aimed-here", "reopened", "ready"),
    "pushed-by-other": ("opened", "pushed"),
    "withdrawn": ("opened", "closed", "drafted", "aimed-away"),
    "returned": ("aimed-here", "reopened", "ready"),
    "incident": ("opened", "pushed", "aimed-here", "aimed-away", "reopened", "ready", "closed", "drafted"),
}
EVERY = [(kind, act) for kind, acts in KINDS.items() for act in acts]


def came(act: Act, login: str) -> PullAct:
    """That act on somebody's draft."""
    at = datetime(2026, 9, 15, 17, 59, tzinfo=UTC)
    return PullAct("dex-mex/board", 4, "4" * 40, act, Account("m", 1), Account(login, 2), at, draft=True)


@pytest.mark.parametrize(("kind", "act"), EVERY)
def test_fits_what_a_forge_takes(kind: Kind, act: Act) -> None:
    """Both languages and the longest login stay within 140 characters; a longer name of a program is cut."""
    longest = description(came(act, "x" * 39), kind)
    cut = description(came(act, "x" * 34 + "-more[bot]"), kind)

    assert " / " in longest
    assert max(len(longest), len(cut)) <= 140
    if kind in ("pushed-by-other", "incident"):
        assert longest.startswith("x" * 39 + " · ")
        assert cut.startswith("x" * 34 + "-mor… · ")


def test_every_kind_is_there() -> None:
    """And no description depends on the repository, the head or the number."""
    assert tuple(KINDS) == get_args(Kind)
    for kind, act in EVERY:
        one = came(act, "m-singh")
        assert description(one, kind) == description(replace(one, repository="a/b", pull=5, head="5" * 40), kind)
