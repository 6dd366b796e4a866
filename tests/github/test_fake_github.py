"""The fake GitHub refuses what it does not know, and what GitHub would not take."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from tests.github.fake_github import TOKEN, Answer, FakeGitHub, flood

HEAD = "4" * 40
POST, LIST = f"/repos/dex-mex/board/statuses/{HEAD}", f"/repos/dex-mex/board/commits/{HEAD}/statuses"
GOOD = {"context": "board/received/4", "state": "success", "description": "x" * 140, "target_url": "https://a.example/"}
HEADERS = {
    "Accept": "application/vnd.github+json",
    "Authorization": f"Bearer {TOKEN}",
    "User-Agent": "micro-procurement-board",
    "X-GitHub-Api-Version": "2022-11-28",
}


def ask(
    fake: FakeGitHub, method: str, path: str, fields: object = None, headers: Mapping[str, str] = HEADERS
) -> Answer:
    """What one call is answered with."""
    answer = fake.answer(method, path, headers, b"" if fields is None else json.dumps(fields).encode())
    assert answer is not None
    return answer


def test_takes_a_status_and_tells_it() -> None:
    """With an instant of its own; newest first."""
    fake = FakeGitHub()

    assert ask(fake, "POST", POST, GOOD).code == 201
    assert ask(fake, "POST", POST, {"state": "pending", "context": "other"}).code == 201
    rows = ask(fake, "GET", f"{LIST}?per_page=100&page=1").body

    assert isinstance(rows, list)
    assert [(row["context"], row["created_at"]) for row in rows] == [
        ("other", "2026-09-10T16:00:02Z"),
        ("board/received/4", "2026-09-10T16:00:01Z"),
    ]


@pytest.mark.parametrize(
    ("method", "path", "fields", "code"),
    [
        ("DELETE", POST, None, 404),
        ("PATCH", POST, GOOD, 404),
        ("GET", "/user", None, 404),
        ("POST", POST.replace("dex-mex", "somebody"), GOOD, 404),
        ("POST", POST.replace(HEAD, "main"), GOOD, 404),
        ("POST", f"{POST}?x=1", GOOD, 404),
        ("GET", f"{LIST}?per_page=100", None, 400),
        ("POST", POST, {**GOOD, "created_at": "2026-09-01T00:00:00Z"}, 422),
        ("POST", POST, {"context": "x"}, 422),
        ("POST", POST, {**GOOD, "state": "good"}, 422),
        ("POST", POST, {**GOOD, "description": "x" * 141}, 422),
        ("POST", POST, {**GOOD, "context": "x" * 256}, 422),
        ("POST", POST, {**GOOD, "target_url": "javascript:x"}, 422),
    ],
)
def test_refuses_other_calls(method: str, path: str, fields: object, code: int) -> None:
    """No change and no removal, no other place, no time, no word that GitHub does not take."""
    fake = FakeGitHub()

    assert ask(fake, method, path, fields).code == code
    assert fake.statuses == {}


@pytest.mark.parametrize("name", HEADERS)
def test_refuses_another_caller(name: str) -> None:
    """Each header has to be as it is."""
    code = 401 if name == "Authorization" else 400

    assert ask(FakeGitHub(), "POST", POST, GOOD, {**HEADERS, name: "x"}).code == code
    assert (
        ask(FakeGitHub(), "POST", POST, GOOD, {other: HEADERS[other] for other in HEADERS if other != name}).code
        == code
    )


@pytest.mark.parametrize(
    ("permissions", "posted", "listed"),
    [
        ({}, 403, 403),
        ({"contents": "write"}, 403, 403),
        ({"statuses": "read"}, 403, 200),
        ({"statuses": "write"}, 201, 200),
    ],
)
def test_holds_the_token_to_its_rights(permissions: dict[str, Any], posted: int, listed: int) -> None:
    """As the job was given them."""
    fake = FakeGitHub(permissions=permissions)

    assert ask(fake, "POST", POST, GOOD).code == posted
    assert ask(fake, "GET", f"{LIST}?per_page=100&page=1").code == listed


def test_refuses_an_unknown_commit_and_the_thousand_and_first_status() -> None:
    """The limit is that of one commit and context."""
    fake = FakeGitHub(knows=lambda commit: commit == HEAD)

    assert ask(fake, "POST", POST.replace(HEAD, "5" * 40), GOOD).code == 422
    flood(fake, HEAD, ["board/received/4"] * 1000, None)
    assert ask(fake, "POST", POST, GOOD).code == 422
    assert ask(fake, "POST", POST, {**GOOD, "context": "board/received/5"}).code == 201
