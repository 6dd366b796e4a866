"""GitHub's API, as far as the board asks it: what was said of a commit, and one thing said of it once.

Source: GitHub's REST API, "Commit statuses", "API versions" and "Rate limits for the REST API".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Literal, Self

import httpx

# The newest one that servers of an organization's own know too; GitHub supports it until March 2028 at the least.
API_VERSION = "2022-11-28"

# Whoever holds the token of a workflow is told by this name; no person can have it.
ACTIONS = "github-actions[bot]"

# Seconds between tries where nothing else is said, and all that one run may wait: a job has minutes.
_WAITS = (1.0, 4.0, 16.0)
_PATIENCE = 180.0
# What GitHub asks for behind a secondary limit that names no time.
_LIMITED = 60.0

# Statuses a page, the most there may be; and pages, so that nobody who floods a commit holds a receipt up.
_PAGE, _PAGES = 100, 30

_LOOPBACK = ("127.0.0.1", "::1", "localhost")

Kind = Literal["address", "unanswered", "limited", "refused", "unread"]


class ForgeError(Exception):
    """The forge did not do what it was asked.

    Attributes:
        kind: ``address`` where it may not be asked there; ``unanswered`` where nobody knows what became of the call
            (no answer, or its own failure); ``limited`` where it asks for more patience than there is; ``refused``;
            ``unread`` where its answer is none that we know.
        call: Method and path; the address where that is what is wrong.
        said: Status and message of the answer, or the kind of failure; never more, since a header is a secret.
    """

    def __init__(self, kind: Kind, call: str, said: str) -> None:
        super().__init__(f"{call}: {kind}: {said}")
        self.kind = kind
        self.call = call
        self.said = said


@dataclass(frozen=True, slots=True)
class Status:
    """What somebody said of a commit.

    Attributes:
        context: Its name.
        state: ``error``, ``failure``, ``pending`` or ``success``.
        by: Login of who said it; empty where the account is gone.
        at: When, by the clock of the forge.
    """

    context: str
    state: str
    by: str
    at: datetime


class Forge:
    """The API at one address, for whoever holds a token."""

    def __init__(self, api: str, token: str, sleep: Callable[[float], None]) -> None:
        """Ask nothing yet.

        Args:
            api: Address, such as ``https://api.github.com``; without encryption only on this machine.
            token: Goes into each call, and nowhere else.
            sleep: Waits that many seconds.

        Raises:
            ForgeError: The address is none that a token may be sent to.
        """
        try:
            address = httpx.URL(api)
        except httpx.InvalidURL as error:
            raise ForgeError("address", api, "URL") from error
        if not address.host or not (
            address.scheme == "https" or (address.scheme == "http" and address.host in _LOOPBACK)
        ):
            raise ForgeError("address", api, "https")
        self._sleep = sleep
        self._patience = _PATIENCE
        self._client = httpx.Client(
            base_url=address,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {token}",
                "User-Agent": "micro-procurement-board",
                "X-GitHub-Api-Version": API_VERSION,
            },
            timeout=httpx.Timeout(20.0, connect=10.0),
            follow_redirects=False,
            # No variable sends the token by way of another machine.
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def say_once(self, repository: str, commit: str, fields: Mapping[str, str]) -> tuple[Status, bool]:
        """The first status of Actions with that context and state on a commit, posted where there is none.

        Where an answer was lost it is looked for before it is posted again. Two runs at the same time may still post
        two; the first one counts.

        Args:
            repository: ``OWNER/NAME``.
            commit: Its id.
            fields: Of the status: ``context``, ``state``, ``description``, and ``target_url`` or none.

        Returns:
            The status, and whether this call posted it.

        Raises:
            ForgeError: It is not there, or nobody knows whether it is.
        """
        tried = False
        for wait in (*_WAITS, None):
            stands = self.first(repository, commit, fields["context"], fields["state"])
            if stands:
                return stands, tried
            try:
                call = f"/repos/{repository}/statuses/{commit}"
                return _status(f"POST {call}", _parsed(self._call("POST", call, fields))), True
            except ForgeError as error:
                if error.kind != "unanswered" or wait is None:
                    raise
                tried = True
                self._wait(wait, error)
        raise AssertionError("the last try returns or raises")

    def first(self, repository: str, commit: str, context: str, state: str) -> Status | None:
        """The oldest status of Actions with that context and state on a commit; of a flooded one, that is looked at.

        Raises:
            ForgeError: Nobody knows.
        """
        # What others with a right to write have posted under that name is no word of ours, and hides none.
        own = [
            status
            for status in self._statuses(repository, commit)
            if (status.context, status.state, status.by) == (context, state, ACTIONS)
        ]
        return min(own, key=lambda status: status.at, default=None)

    def _statuses(self, repository: str, commit: str) -> Iterator[Status]:
        path = f"/repos/{repository}/commits/{commit}/statuses"
        for page in range(1, _PAGES + 1):
            answer = self._call("GET", f"{path}?per_page={_PAGE}&page={page}")
            rows = _parsed(answer)
            if not isinstance(rows, list):
                raise ForgeError("unread", f"GET {path}", "JSON")
            yield from (_status(f"GET {path}", row) for row in rows)
            # Whether there is more, and not where: no address in an answer is ever followed.
            if "next" not in answer.links:
                return

    def _call(self, method: str, path: str, body: Mapping[str, str] | None = None) -> httpx.Response:
        """The answer to one call; every call is made here.

        It is repeated behind a limit, which refuses it; and where nothing came of it, when it only asks.
        """
        call = f"{method} {path.partition('?')[0]}"
        for wait in (*_WAITS, None):
            try:
                answer = self._client.request(method, path, json=body)
            except httpx.RequestError as failure:
                error, pause = ForgeError("unanswered", call, type(failure).__name__), wait
            else:
                if answer.status_code in (200, 201):
                    return answer
                error, pause = _refusal(call, answer, wait)
            if pause is None or wait is None or (error.kind == "unanswered" and method != "GET"):
                raise error
            self._wait(pause, error)
        raise AssertionError("the last try returns or raises")

    def _wait(self, seconds: float, error: ForgeError) -> None:
        """Wait, or raise *error* where that would be too long."""
        if seconds > self._patience:
            raise error
        self._patience -= seconds
        self._sleep(seconds)


def _refusal(call: str, answer: httpx.Response, wait: float | None) -> tuple[ForgeError, float | None]:
    """What an answer that is none says, and how many seconds to wait; None where waiting does not help."""
    said = f"{answer.status_code} {_message(answer)}".strip()
    if answer.status_code >= 500:
        return ForgeError("unanswered", call, said), wait
    limited = answer.status_code in (403, 429) and (
        "retry-after" in answer.headers or _remaining(answer) == 0 or "rate limit" in said.lower()
    )
    if not limited:
        return ForgeError("refused", call, said), None
    return ForgeError("limited", call, said), _asked_wait(answer)


def _asked_wait(answer: httpx.Response) -> float:
    """The seconds that a limit asks for."""
    after = answer.headers.get("retry-after", "")
    if after.isascii() and after.isdigit():
        return float(after)
    try:
        # The forge's own clock on both sides; ours may be wrong.
        now = parsedate_to_datetime(answer.headers["date"]).timestamp()
        reset = int(answer.headers["x-ratelimit-reset"]) - now if _remaining(answer) == 0 else _LIMITED
    except (KeyError, ValueError):
        return _LIMITED
    return max(reset, 1.0)


def _remaining(answer: httpx.Response) -> int | None:
    said = answer.headers.get("x-ratelimit-remaining", "")
    return int(said) if said.isascii() and said.isdigit() else None


def _message(answer: httpx.Response) -> str:
    """What the answer says of itself, cut short; empty where it says nothing."""
    try:
        found = answer.json()
    except ValueError:
        return ""
    said = found.get("message", "") if isinstance(found, dict) else ""
    return said[:200] if isinstance(said, str) else ""


def _parsed(answer: httpx.Response) -> object:
    try:
        parsed: object = answer.json()
    except ValueError as error:
        raise ForgeError("unread", f"{answer.request.method} {answer.request.url.path}", "JSON") from error
    return parsed


def _status(call: str, row: object) -> Status:
    fields = row if isinstance(row, dict) else {}
    match fields:
        case {"context": str(context), "state": str(state), "created_at": str(created)}:
            by = _login(fields.get("creator"))
        case _:
            raise ForgeError("unread", call, "JSON")
    try:
        at = datetime.fromisoformat(created)
    except ValueError as error:
        raise ForgeError("unread", call, "created_at") from error
    if at.tzinfo is None or by is None:
        raise ForgeError("unread", call, "creator" if by is None else "created_at")
    return Status(context, state, by, at)


def _login(creator: object) -> str | None:
    """Empty for an account that is gone; None for what is no account."""
    if creator is None:
        return ""
    login = creator.get("login") if isinstance(creator, dict) else None
    return login if isinstance(login, str) else None
