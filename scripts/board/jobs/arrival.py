"""What an event of GitHub tells of a pull request, and what is said of that on its head: it depends on who did it."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from board.model.pull_act import Account, Act, Kind, PullAct, Standing

# What GitHub calls them; an edit is an act where it changes the base.
_ACTS: Mapping[str, Act] = {
    "opened": "opened",
    "synchronize": "pushed",
    "reopened": "reopened",
    "ready_for_review": "ready",
    "closed": "closed",
    "converted_to_draft": "drafted",
}
# What takes a bid back where its author does it.
_BACK = ("closed", "drafted", "aimed-away")
_BASE = "main"

_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/(?!\.{1,2}\Z)[A-Za-z0-9._-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# Of people, of those whom an enterprise manages, and of programs.
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?")


class UnreadableEventError(ValueError):
    """A file is not what GitHub writes about a pull request."""


def looks(came: PullAct) -> bool:
    """Whether what is said depends on what stands on the head already."""
    return came.act in ("aimed-here", "reopened", "ready") or (came.act in ("opened", "pushed") and not came.own)


def says(came: PullAct, stands: Standing) -> tuple[Kind, ...]:
    """What is to be said of the head, a receipt first, since nothing else may delay it."""
    if not came.own:
        # A head that has a receipt is its author's, whoever puts it there again; asked again, it is what it was.
        foreign = stands.pushed_by_other or not stands.received
        return ("pushed-by-other",) if came.act in ("opened", "pushed") and foreign else ("incident",)
    if came.act in _BACK:
        return ("withdrawn",)
    if came.act == "opened":
        return ("received", "withdrawn") if came.draft else ("received",)
    if came.act == "pushed":
        return ("received",)
    # Who opens again what somebody else pushed has not made it their own.
    return ("returned",) if stands.foreign else ("received", "returned")


def may_bring(came: PullAct) -> bool:
    """Whether there may be a receipt among it."""
    return came.own and came.act not in _BACK


def is_judged(came: PullAct, stands: Standing) -> bool:
    """Whether the check judges the head now.

    Where somebody else pushed it the verdict of then stands: who opens it again is not who pushed, and would lend the
    head a delegation.
    """
    if came.act in ("opened", "pushed"):
        return True
    return came.act in ("aimed-here", "reopened") and not stands.foreign


def read(event: bytes) -> PullAct | None:
    """The act that an event tells of; None where it is none, as the edit of a title, or a merge.

    Raises:
        UnreadableEventError: It is something else, or does not say who did what, and when.
    """
    try:
        told = json.loads(event)
        action, pull = told["action"], told["pull_request"]
        number, head, repository = pull["number"], pull["head"]["sha"], told["repository"]["full_name"]
        if not (isinstance(action, str) and type(number) is int and number > 0):
            raise UnreadableEventError("action, number")
        if not (_COMMIT.fullmatch(head) and _REPOSITORY.fullmatch(repository)):
            raise UnreadableEventError("head, repository")
        author, actor, at = _account(pull["user"]), _account(told["sender"]), _instant(pull["updated_at"])
        draft, act = _flag(pull, "draft"), _act(action, told, pull)
    except KeyError as error:
        raise UnreadableEventError(str(error)) from error
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise UnreadableEventError(str(error) or type(error).__name__) from error
    return PullAct(repository, number, head, act, author, actor, at, draft) if act else None


def _act(action: str, told: Mapping[str, Any], pull: Mapping[str, Any]) -> Act | None:
    base = pull["base"]["ref"]
    if not isinstance(base, str):
        raise UnreadableEventError("base")
    merged = _flag(pull, "merged")
    if action == "edited":
        return _aimed(told["changes"], base)
    if base != _BASE or (action == "closed" and merged):
        return None
    return _ACTS.get(action)


def _aimed(changes: Mapping[str, Any], base: str) -> Act | None:
    if "base" not in changes:
        return None
    if base == _BASE:
        return "aimed-here"
    return "aimed-away" if changes["base"]["ref"]["from"] == _BASE else None


def _account(given: Mapping[str, Any]) -> Account:
    login, identifier = given["login"], given["id"]
    if not (type(identifier) is int and identifier > 0 and _LOGIN.fullmatch(login)):
        raise UnreadableEventError("login, id")
    return Account(login, identifier)


def _instant(given: str) -> datetime:
    at = datetime.fromisoformat(given)
    if at.tzinfo is None:
        raise UnreadableEventError("updated_at")
    return at.astimezone(UTC)


def _flag(pull: Mapping[str, Any], name: str) -> bool:
    value = pull[name]
    if not isinstance(value, bool):
        raise UnreadableEventError(name)
    return value
