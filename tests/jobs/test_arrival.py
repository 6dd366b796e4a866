"""Which events of GitHub are acts on a pull request, whose they are, and what is said of the head."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from board.jobs.arrival import UnreadableEventError, is_judged, looks, may_bring, read, says
from board.model.pull_act import Account, Act, Kind, PullAct, Standing

HEAD = "0123456789abcdef0123456789abcdef01234567"
AUTHOR = {"login": "maple-works", "id": 901001}
OFFICER = {"login": "a-tremblay", "id": 900012}
# One minute before the closing.
AT = "2026-09-15T17:59:00Z"


def pull(**changed: Any) -> dict[str, Any]:
    """A pull request as far as it matters; None takes a member away."""
    told = {
        "number": 4,
        "title": "Bid",
        "head": {"sha": HEAD, "ref": "x"},
        "base": {"ref": "main"},
        "user": AUTHOR,
        "draft": False,
        "merged": False,
        "updated_at": AT,
        **changed,
    }
    return {name: value for name, value in told.items() if value is not None}


def event(**changed: Any) -> bytes:
    """What GitHub tells of a pull request that was opened, as far as it matters; None takes a member away."""
    told = {
        "action": "opened",
        "number": 4,
        "pull_request": pull(),
        "repository": {"full_name": "dex-mex/board"},
        "sender": AUTHOR,
        **changed,
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}).encode()


def aimed(was: str) -> dict[str, Any]:
    """What GitHub tells of a changed base."""
    return {"base": {"ref": {"from": was}, "sha": {"from": "4" * 40}}}


TITLE = {"title": {"from": "x"}}
ELSEWHERE = pull(base={"ref": "draft"})

CAME = PullAct(
    "dex-mex/board",
    4,
    HEAD,
    "opened",
    Account("maple-works", 901001),
    Account("maple-works", 901001),
    datetime(2026, 9, 15, 17, 59, tzinfo=UTC),
    draft=False,
)


@pytest.mark.parametrize(
    ("changed", "act"),
    [
        ({}, "opened"),
        ({"action": "reopened"}, "reopened"),
        ({"action": "synchronize"}, "pushed"),
        ({"action": "ready_for_review"}, "ready"),
        ({"action": "closed"}, "closed"),
        ({"action": "converted_to_draft"}, "drafted"),
        ({"action": "edited", "changes": aimed("draft")}, "aimed-here"),
        ({"action": "edited", "changes": {**TITLE, **aimed("draft")}}, "aimed-here"),
        ({"action": "edited", "changes": aimed("main"), "pull_request": ELSEWHERE}, "aimed-away"),
        ({"action": "opened", "changes": aimed("draft")}, "opened"),
        ({"action": "edited", "changes": aimed("other"), "pull_request": ELSEWHERE}, None),
        ({"action": "edited", "changes": TITLE}, None),
        ({"action": "edited", "changes": TITLE, "pull_request": ELSEWHERE}, None),
        ({"action": "closed", "pull_request": pull(merged=True)}, None),
        ({"action": "closed", "pull_request": ELSEWHERE}, None),
        ({"action": "synchronize", "pull_request": ELSEWHERE}, None),
        ({"action": "labeled"}, None),
        ({"action": "locked", "changes": aimed("draft")}, None),
    ],
)
def test_what_is_an_act(changed: dict[str, Any], act: Act | None) -> None:
    """What brings a head to main, or takes it back; a title, a merge and what is not for main are none."""
    assert read(event(**changed)) == (replace(CAME, act=act) if act else None)


@pytest.mark.parametrize(
    ("sender", "own"),
    [
        (AUTHOR, True),
        ({**AUTHOR, "login": "maple-works-inc"}, True),
        ({**AUTHOR, "id": 7}, False),
        (OFFICER, False),
        ({"login": "dependabot[bot]", "id": 49699333}, False),
        ({"login": "m-singh_sscspc", "id": 900011}, False),
    ],
)
def test_the_id_says_whose_act_it_is(sender: dict[str, Any], own: bool) -> None:
    """A login that changed is the same person; another account that has taken the login is not."""
    came = read(event(sender=sender))

    assert came is not None
    assert (came.own, came.actor) == (own, Account(sender["login"], sender["id"]))


NONE, RECEIVED = Standing(), Standing(received=True)
FOREIGN, BOTH = Standing(pushed_by_other=True), Standing(received=True, pushed_by_other=True)


@pytest.mark.parametrize(
    ("act", "draft", "stands", "kinds"),
    [
        ("opened", False, NONE, ("received",)),
        ("opened", True, NONE, ("received", "withdrawn")),
        ("pushed", False, NONE, ("received",)),
        ("pushed", True, NONE, ("received",)),
        ("reopened", False, RECEIVED, ("received", "returned")),
        ("reopened", False, NONE, ("received", "returned")),
        ("reopened", False, FOREIGN, ("returned",)),
        ("reopened", False, BOTH, ("received", "returned")),
        ("ready", False, RECEIVED, ("received", "returned")),
        ("aimed-here", False, FOREIGN, ("returned",)),
        ("closed", False, NONE, ("withdrawn",)),
        ("drafted", True, NONE, ("withdrawn",)),
        ("aimed-away", False, NONE, ("withdrawn",)),
    ],
)
def test_what_its_author_does(act: Act, draft: bool, stands: Standing, kinds: tuple[Kind, ...]) -> None:
    """Heads are receipted, but for one that somebody else pushed; what is taken back and brought back is told."""
    assert says(replace(CAME, act=act, draft=draft), stands) == kinds


@pytest.mark.parametrize(
    ("act", "stands", "kind"),
    [
        ("opened", NONE, "pushed-by-other"),
        ("opened", RECEIVED, "incident"),
        ("pushed", NONE, "pushed-by-other"),
        ("pushed", FOREIGN, "pushed-by-other"),
        ("pushed", BOTH, "pushed-by-other"),
        ("pushed", RECEIVED, "incident"),
        ("aimed-here", NONE, "incident"),
        ("reopened", FOREIGN, "incident"),
        ("ready", NONE, "incident"),
        ("closed", RECEIVED, "incident"),
        ("drafted", RECEIVED, "incident"),
        ("aimed-away", RECEIVED, "incident"),
    ],
)
def test_what_somebody_else_does(act: Act, stands: Standing, kind: Kind) -> None:
    """Never a receipt, and nothing is withdrawn or brought back."""
    assert says(replace(CAME, act=act, actor=Account("maple-works", 7)), stands) == (kind,)


def test_nothing_of_somebody_else_is_a_receipt() -> None:
    """Whatever they do, and whatever stands."""
    for act in get_args(Act):
        came = replace(CAME, act=act, actor=Account("a-tremblay", 900012))
        assert not may_bring(came)
        for stands in (NONE, RECEIVED, FOREIGN, BOTH):
            assert not {"received", "returned", "withdrawn"} & set(says(came, stands))


def test_what_depends_on_the_head_is_looked_for() -> None:
    """Where nothing is looked for, nothing depends on it."""
    for act in get_args(Act):
        for actor in (CAME.author, Account("a-tremblay", 900012)):
            came = replace(CAME, act=act, actor=actor)
            one, *others = [(says(came, there), is_judged(came, there)) for there in (NONE, RECEIVED, FOREIGN)]
            assert looks(came) or others == [one, one]


@pytest.mark.parametrize(
    ("act", "stands", "judged"),
    [
        ("opened", NONE, True),
        ("pushed", NONE, True),
        ("pushed", FOREIGN, True),
        ("reopened", NONE, True),
        ("reopened", RECEIVED, True),
        ("reopened", FOREIGN, False),
        ("aimed-here", NONE, True),
        ("aimed-here", FOREIGN, False),
        ("aimed-here", BOTH, True),
        ("ready", NONE, False),
        ("closed", NONE, False),
        ("drafted", NONE, False),
        ("aimed-away", NONE, False),
    ],
)
def test_when_a_head_is_judged(act: Act, stands: Standing, judged: bool) -> None:
    """When it comes; who opens again what somebody else pushed takes no verdict of theirs away."""
    for actor in (CAME.author, Account("a-tremblay", 900012)):
        assert is_judged(replace(CAME, act=act, actor=actor), stands) is judged


@pytest.mark.parametrize(
    ("act", "draft", "kind", "name"),
    [
        ("opened", False, "received", "board/received/4"),
        ("pushed", False, "pushed-by-other", "board/pushed-by-other/4"),
        ("opened", True, "withdrawn", "board/withdrawn/4/2026-09-15T17:59:00Z/drafted"),
        ("closed", True, "withdrawn", "board/withdrawn/4/2026-09-15T17:59:00Z/closed"),
        ("reopened", False, "returned", "board/returned/4/2026-09-15T17:59:00Z/reopened"),
        ("reopened", True, "returned", "board/returned/4/2026-09-15T17:59:00Z/reopened-as-draft"),
        ("aimed-away", False, "incident", "board/incident/4/2026-09-15T17:59:00Z/aimed-away"),
    ],
)
def test_what_it_is_called(act: Act, draft: bool, kind: Kind, name: str) -> None:
    """The same head in two pull requests arrives twice; what may happen to a head again has its instant and act."""
    assert replace(CAME, act=act, draft=draft).context(kind) == name


def test_a_name_fits_what_github_takes() -> None:
    """The longest one there is has room to spare under 255 characters."""
    came = replace(CAME, pull=10**18, act="aimed-here", draft=True)

    assert max(len(came.context(kind)) for kind in get_args(Kind)) < 100


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"opened"',
        b"\xff",
        b"[" * 100_000,
        event(action=None),
        event(action=4),
        event(action="edited"),
        event(action="edited", changes=4),
        event(pull_request=None),
        event(pull_request=pull(number="4", head={"sha": HEAD})),
        event(pull_request=pull(number=True, head={"sha": HEAD})),
        event(pull_request=pull(number=0, head={"sha": HEAD})),
        event(pull_request=pull(number=4, head={"sha": "main"})),
        event(pull_request=pull(number=4, head={"sha": HEAD + "\n"})),
        event(pull_request=pull(number=4, head={"sha": f"../{HEAD}"})),
        event(pull_request=pull(number=4, head={"sha": 4})),
        event(pull_request=pull(number=4, head=None)),
        event(sender=None),
        event(sender={}),
        event(sender={"login": "maple-works"}),
        event(sender={"id": 901001}),
        event(sender={"login": "maple-works", "id": "901001"}),
        event(sender={"login": "maple-works", "id": True}),
        event(sender={"login": "maple works", "id": 901001}),
        event(sender={"login": "maple-works\n", "id": 901001}),
        event(sender={"login": None, "id": 901001}),
        event(pull_request=pull(user=None)),
        event(pull_request=pull(user={"login": "maple-works"})),
        event(pull_request=pull(updated_at=None)),
        event(pull_request=pull(updated_at=4)),
        event(pull_request=pull(updated_at="yesterday")),
        event(pull_request=pull(updated_at="2026-09-15T17:59:00")),
        event(pull_request=pull(updated_at="0001-01-01T00:00:00+23:00")),
        event(pull_request=pull(draft=None)),
        event(pull_request=pull(draft="false")),
        event(pull_request=pull(merged=None)),
        event(pull_request=pull(base=None)),
        event(pull_request=pull(base={"ref": 4})),
        event(action="edited", changes={"base": {}}, pull_request=pull(base={"ref": "draft"})),
        event(repository=None),
        event(repository={"full_name": "board"}),
        event(repository={"full_name": "dex-mex/.."}),
        event(repository={"full_name": "dex-mex/board/pulls"}),
        event(repository={"full_name": "dex-mex/board?x"}),
        event(repository={"full_name": "../board"}),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    """Nothing that is not a number, a commit and a repository gets into an address."""
    with pytest.raises(UnreadableEventError):
        read(data)


@pytest.mark.parametrize("name", ["dex-mex/.github", "d/b", "Dex-Mex/micro_procurement.board", "d/..."])
def test_repositories_that_there_may_be(name: str) -> None:
    """The near twins."""
    assert read(event(repository={"full_name": name})) == replace(CAME, repository=name)


def test_a_commit_of_another_length_is_one() -> None:
    """Git has two."""
    assert read(event(pull_request=pull(number=4, head={"sha": HEAD + "0" * 24})))
