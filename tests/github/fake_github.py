"""GitHub's API as the board asks it, on 127.0.0.1: two calls, held to what GitHub takes; every other is refused.

Sources: GitHub's REST API, "Commit statuses" (no time can be given, nothing can be changed or deleted, a thousand a
commit and context), "Rate limits for the REST API" and "API versions".
"""

import json
import re
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

TOKEN = "made-up"  # noqa: S105 - opens nothing but what stands here
ACTIONS: Mapping[str, Any] = {"login": "github-actions[bot]", "id": 41898282, "type": "Bot"}
START = datetime(2026, 9, 10, 16, 0, 0, tzinfo=UTC)

_POST = re.compile(r"/repos/dex-mex/board/statuses/([0-9a-f]{40})")
_LIST = re.compile(r"/repos/dex-mex/board/commits/([0-9a-f]{40})/statuses")
_STATES = ("error", "failure", "pending", "success")
_FIELDS = {"context", "state", "description", "target_url"}
_HEADERS = {
    "Accept": "application/vnd.github+json",
    "User-Agent": "micro-procurement-board",
    "X-GitHub-Api-Version": "2022-11-28",
}

# What goes wrong, once each, with the next call of that method: nothing is done; nothing is done and nothing answered;
# it is done and the answer lost; it is refused for a while, in the three ways there are; it is refused; no JSON; moved.
Kind = Literal[
    "503", "dropped", "lost", "secondary", "secondary without a time", "primary", "403", "422", "garbled", "moved"
]
Fault = tuple[str, Kind]

_SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    code: int
    body: object
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class FakeGitHub:
    """One repository's statuses, `dex-mex/board`.

    Attributes:
        token: The one that is taken.
        permissions: What it may do.
        knows: Whether a commit is there.
        now: Its clock; each status is a second later than the one before.
        faults: What goes wrong with the next calls.
        calls: Method and path with query of each call, in order.
        statuses: Commit to what was said of it, oldest first.
        address: Of the API, while it is served.
    """

    token: str = TOKEN
    permissions: Mapping[str, str] = field(default_factory=lambda: {"statuses": "write"})
    knows: Callable[[str], bool] = lambda _: True
    now: datetime = START
    faults: deque[Fault] = field(default_factory=deque)
    calls: list[str] = field(default_factory=list)
    statuses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    address: str = ""

    def said(self, commit: str) -> list[tuple[str, str]]:
        """Context and state of what was said of a commit, oldest first."""
        return [(status["context"], status["state"]) for status in self.statuses.get(commit, [])]

    def fail(self, *faults: Fault) -> None:
        """Let these go wrong, in this order."""
        self.faults.extend(faults)

    def post(self, commit: str, fields: Mapping[str, str], creator: Mapping[str, Any] | None = ACTIONS) -> Answer:
        """Take a status from somebody."""
        if not {"state"} <= set(fields) <= _FIELDS:
            return Answer(422, {"message": "fields that the API does not take"})
        long = len(fields.get("description", "")) > 140 or len(fields.get("context", "")) > 255
        if fields["state"] not in _STATES or long:
            return Answer(422, {"message": "Validation Failed"})
        if not re.match(r"https?://", fields.get("target_url", "https://")):
            return Answer(422, {"message": "Validation Failed: target_url must use http(s) scheme"})
        if not self.knows(commit):
            return Answer(422, {"message": f"No commit found for SHA: {commit}"})
        there = self.statuses.setdefault(commit, [])
        if sum(status["context"] == fields["context"] for status in there) >= 1000:
            return Answer(422, {"message": "This SHA and context has reached the maximum number of statuses."})
        self.now += timedelta(seconds=1)
        there.append({**fields, "created_at": f"{self.now:%Y-%m-%dT%H:%M:%SZ}", "creator": creator and dict(creator)})
        return Answer(201, there[-1])

    def page(self, commit: str, query: Mapping[str, list[str]]) -> Answer:
        """One page of what was said of a commit, newest first."""
        if set(query) != {"per_page", "page"}:
            return Answer(400, {"message": "a query that is not known here"})
        size, page = int(query["per_page"][0]), int(query["page"][0])
        rows = self.statuses.get(commit, [])[::-1]
        more = len(rows) > page * size
        link = {"Link": f'<https://elsewhere.example/?page={page + 1}>; rel="next"'} if more else {}
        return Answer(200, rows[(page - 1) * size : page * size], link)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer | None:
        """What a call is answered with; None where nothing comes back."""
        self.calls.append(f"{method} {path}")
        kind = self.faults.popleft()[1] if self.faults and self.faults[0][0] == method else ""
        if kind == "lost":
            assert self._done(method, path, headers, body).code in (200, 201)
        if kind in ("dropped", "lost"):
            return None
        return self._fault(kind) or self._done(method, path, headers, body)

    def _fault(self, kind: str) -> Answer | None:
        hour = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(self.now.timestamp()) + 3600)}
        return {
            "503": Answer(503, {"message": "Service Unavailable"}),
            "secondary": Answer(403, {"message": _SECONDARY}, {"Retry-After": "7"}),
            "secondary without a time": Answer(429, {"message": _SECONDARY}),
            "primary": Answer(403, {"message": "API rate limit exceeded"}, hour),
            "403": Answer(403, {"message": "Resource not accessible by integration"}),
            "422": Answer(422, {"message": "Validation Failed"}),
            "garbled": Answer(200, None),
            "moved": Answer(301, {"message": "Moved Permanently"}, {"Location": "https://elsewhere.example/"}),
        }.get(kind)

    def _done(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        parts = urlsplit(path)
        post, listed = _POST.fullmatch(parts.path), _LIST.fullmatch(parts.path)
        wrong = [name for name, value in _HEADERS.items() if headers.get(name) != value]
        if wrong:
            return Answer(400, {"message": f"headers that are not known here: {wrong}"})
        if headers.get("Authorization") != f"Bearer {self.token}":
            return Answer(401, {"message": "Bad credentials"})
        if method == "POST" and post and not parts.query:
            if self.permissions.get("statuses") != "write":
                return Answer(403, {"message": "Resource not accessible by integration"})
            return self.post(post[1], json.loads(body))
        if method == "GET" and listed and not body:
            if self.permissions.get("statuses") not in ("read", "write"):
                return Answer(403, {"message": "Resource not accessible by integration"})
            return self.page(listed[1], parse_qs(parts.query))
        return Answer(404, {"message": "not known here"})


@contextmanager
def serving(fake: FakeGitHub) -> Iterator[FakeGitHub]:
    """The same, with its address, until the context ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names that the base class looks for

        def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002 - its clock is the fake one
            return format_datetime(fake.now, usegmt=True)

        def log_message(self, *args: object) -> None:
            pass

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer = fake.answer(self.command, self.path, dict(self.headers.items()), body)
            self.close_connection = True
            if answer is None:
                return
            data = b"<html>" if answer.body is None else json.dumps(answer.body).encode()
            self.send_response(answer.code)
            for name, value in {**answer.headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            fake.address = f"http://127.0.0.1:{server.server_port}"
            yield fake
        finally:
            server.shutdown()
            thread.join()


def flood(fake: FakeGitHub, commit: str, contexts: Iterable[str], creator: Mapping[str, Any] | None) -> None:
    """Let somebody say something of a commit under each of these names."""
    for context in contexts:
        assert fake.post(commit, {"context": context, "state": "success"}, creator).code == 201
