"""GitHub's API as the board asks it: one word of a commit, said once, whatever becomes of the answers."""

from collections.abc import Iterator

import pytest
from tests.github.fake_github import ACTIONS, TOKEN, FakeGitHub, Kind, flood, serving

from board.adapters.forge import Forge, ForgeError, Status

REPOSITORY, HEAD, CONTEXT = "dex-mex/board", "4" * 40, "board/received/4"
FIELDS = {"context": CONTEXT, "state": "success", "description": "Received.", "target_url": "https://a.example/"}
OFFICER = {"login": "a-tremblay", "id": 900012, "type": "User"}


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """GitHub, with one repository."""
    with serving(FakeGitHub()) as served:
        yield served


@pytest.fixture
def slept() -> list[float]:
    """The seconds that were waited, in order."""
    return []


def say(fake: FakeGitHub, slept: list[float], token: str = TOKEN) -> tuple[Status, bool]:
    """Say it once."""
    with Forge(fake.address, token, slept.append) as forge:
        return forge.say_once(REPOSITORY, HEAD, FIELDS)


def test_says_it_once(fake: FakeGitHub, slept: list[float]) -> None:
    """Asked again it looks, posts nothing, and tells the same instant, which is the forge's."""
    first, again = say(fake, slept), say(fake, slept)

    assert (first[1], again[1]) == (True, False)
    assert first[0] == again[0]
    assert (first[0].at.isoformat(), first[0].by) == ("2026-09-10T16:00:01+00:00", "github-actions[bot]")
    assert fake.statuses[HEAD] == [
        {**FIELDS, "created_at": "2026-09-10T16:00:01Z", "creator": ACTIONS},
    ]
    assert [call.partition(" ")[0] for call in fake.calls] == ["GET", "POST", "GET"]
    assert slept == []


def test_another_pull_request_is_another_word(fake: FakeGitHub, slept: list[float]) -> None:
    """A status of the same commit under another name is none of ours; and the oldest of several counts."""
    flood(fake, HEAD, ["board/received/5", "board/received/44"], ACTIONS)
    assert say(fake, slept)[1]
    flood(fake, HEAD, [CONTEXT], ACTIONS)

    status, posted = say(fake, slept)

    assert (posted, status.at.isoformat()) == (False, "2026-09-10T16:00:03+00:00")


@pytest.mark.parametrize("creator", [OFFICER, None, {**ACTIONS, "login": "github-actions"}])
def test_the_word_of_somebody_else_hides_none(
    fake: FakeGitHub, slept: list[float], creator: dict[str, object] | None
) -> None:
    """Whoever may write can post under that name first; ours is posted beside it."""
    flood(fake, HEAD, [CONTEXT], creator)

    assert say(fake, slept)[1]
    assert len(fake.statuses[HEAD]) == 2


def test_another_state_is_no_receipt(fake: FakeGitHub, slept: list[float]) -> None:
    """A word of that name that says something else does not stand for it."""
    assert fake.post(HEAD, {"context": CONTEXT, "state": "pending"}).code == 201

    assert say(fake, slept)[1]


def test_a_flooded_commit_is_looked_through(fake: FakeGitHub, slept: list[float]) -> None:
    """The first word of ours is found behind 999 others, page by page, and no address of an answer is followed."""
    say(fake, slept)
    flood(fake, HEAD, [f"x/{number}" for number in range(999)], OFFICER)
    fake.calls.clear()

    assert not say(fake, slept)[1]
    assert [call.rpartition("page=")[2] for call in fake.calls] == [str(page) for page in range(1, 11)]


def test_looking_ends(fake: FakeGitHub, slept: list[float]) -> None:
    """Behind three thousand words it is said once more, since the first one counts and none at all would not."""
    say(fake, slept)
    flood(fake, HEAD, [f"x/{number}" for number in range(3_000)], OFFICER)
    fake.calls.clear()

    assert say(fake, slept)[1]
    assert len(fake.calls) == 31


@pytest.mark.parametrize(
    ("faults", "waited", "posts"),
    [
        ([("GET", "503")], [1.0], 1),
        ([("GET", "dropped"), ("GET", "503"), ("GET", "503")], [1.0, 4.0, 16.0], 1),
        ([("POST", "503")], [1.0], 2),
        ([("POST", "dropped")], [1.0], 2),
        ([("POST", "lost")], [1.0], 1),
        ([("POST", "503"), ("GET", "503"), ("POST", "lost")], [1.0, 1.0, 4.0], 2),
        ([("GET", "secondary")], [7.0], 1),
        ([("POST", "secondary"), ("POST", "secondary")], [7.0, 7.0], 3),
        ([("POST", "secondary without a time")], [60.0], 2),
    ],
    ids=str,
)
def test_what_passes_is_waited_for(
    fake: FakeGitHub, slept: list[float], faults: list[tuple[str, Kind]], waited: list[float], posts: int
) -> None:
    """Its own failures, lost answers and secondary limits end with one word and no second."""
    fake.fail(*faults)

    assert say(fake, slept)[1]
    assert fake.said(HEAD) == [(CONTEXT, "success")]
    assert slept == waited
    assert sum(call.startswith("POST") for call in fake.calls) == posts


@pytest.mark.parametrize(
    ("faults", "kind", "said"),
    [
        ([("GET", "503")] * 4, "unanswered", "503 Service Unavailable"),
        ([("GET", "dropped")] * 4, "unanswered", "RemoteProtocolError"),
        ([("POST", "503")] * 4, "unanswered", "503 Service Unavailable"),
        ([("POST", "secondary without a time")] * 4, "limited", "429 You have exceeded a secondary rate limit."),
        ([("POST", "primary")], "limited", "403 API rate limit exceeded"),
        ([("GET", "403")], "refused", "403 Resource not accessible by integration"),
        ([("POST", "403")], "refused", "403 Resource not accessible by integration"),
        ([("POST", "422")], "refused", "422 Validation Failed"),
        ([("GET", "moved")], "refused", "301 Moved Permanently"),
        ([("GET", "garbled")], "unread", "JSON"),
        ([("POST", "garbled")], "unread", "JSON"),
    ],
    ids=str,
)
def test_what_does_not_pass_is_an_error(
    fake: FakeGitHub, slept: list[float], faults: list[tuple[str, Kind]], kind: str, said: str
) -> None:
    """After four tries, or at once where waiting does not help; never longer than a job may wait."""
    fake.fail(*faults)

    with pytest.raises(ForgeError) as caught:
        say(fake, slept)

    assert caught.value.kind == kind
    assert caught.value.said.startswith(said)
    assert caught.value.call.startswith(f"{faults[0][0]} /repos/dex-mex/board/")
    assert TOKEN not in f"{caught.value}{caught.value.__context__}"
    assert fake.said(HEAD) == []
    assert sum(slept) <= 180


def test_a_lost_last_answer_is_looked_for_by_the_next_run(fake: FakeGitHub, slept: list[float]) -> None:
    """Four failures, the last of which was none: the run says that nobody knows, and the next one finds it."""
    fake.fail(("POST", "503"), ("POST", "503"), ("POST", "503"), ("POST", "lost"))
    with pytest.raises(ForgeError) as caught:
        say(fake, slept)

    assert caught.value.kind == "unanswered"
    assert not say(fake, slept)[1]
    assert fake.said(HEAD) == [(CONTEXT, "success")]


def test_a_wrong_token_is_refused(fake: FakeGitHub, slept: list[float]) -> None:
    """And stands in no message."""
    with pytest.raises(ForgeError) as caught:
        say(fake, slept, "wrong")

    assert (caught.value.kind, caught.value.said) == ("refused", "401 Bad credentials")
    assert "wrong" not in str(caught.value)


def test_a_token_that_is_no_header_stands_in_no_message(fake: FakeGitHub, slept: list[float]) -> None:
    """What the library complains of holds the header."""
    with pytest.raises(ForgeError) as caught:
        say(fake, slept, "two\nlines")

    assert "lines" not in str(caught.value)


@pytest.mark.parametrize(
    "row",
    [
        None,
        {},
        {"context": CONTEXT, "state": "success", "created_at": 4, "creator": ACTIONS},
        {"context": CONTEXT, "state": "success", "created_at": "yesterday", "creator": ACTIONS},
        {"context": CONTEXT, "state": "success", "created_at": "2026-09-10T16:00:01", "creator": ACTIONS},
        {"context": CONTEXT, "state": "success", "created_at": "2026-09-10T16:00:01Z", "creator": {"login": 4}},
    ],
)
def test_an_unknown_answer_is_no_receipt(fake: FakeGitHub, slept: list[float], row: object) -> None:
    """What cannot be read is never taken for a word of ours, nor passed over."""
    fake.statuses[HEAD] = [row]  # type: ignore[list-item]

    with pytest.raises(ForgeError) as caught:
        say(fake, slept)

    assert caught.value.kind == "unread"


@pytest.mark.parametrize(
    "api",
    [
        "http://api.github.example",
        "ftp://api.github.example",
        "api.github.example",
        "https://",
        "",
        "http://[",
        "http://127.0.0.1.example",
    ],
)
def test_a_token_goes_nowhere_in_clear(slept: list[float], api: str) -> None:
    """Without encryption it leaves this machine for no other."""
    with pytest.raises(ForgeError) as caught:
        Forge(api, TOKEN, slept.append)

    assert caught.value.kind == "address"


@pytest.mark.parametrize("api", ["https://api.github.com", "https://forge.example/api/v3", "http://127.0.0.1:4011"])
def test_an_address_that_may_be_asked(slept: list[float], api: str) -> None:
    """The near twins."""
    with Forge(api, TOKEN, slept.append):
        pass


def test_no_variable_sends_the_token_elsewhere(
    fake: FakeGitHub, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that the environment names is not used."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")

    assert say(fake, slept)[1]
