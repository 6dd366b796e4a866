"""What an event of GitHub tells of a head that arrived in a pull request."""

import json
import re
from dataclasses import dataclass

# What changes the head of a pull request, or brings it to us; an edit does where it changes the base.
_BRINGING = ("opened", "reopened", "synchronize")

_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/(?!\.{1,2}\Z)[A-Za-z0-9._-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class UnreadableEventError(ValueError):
    """A file is not what GitHub writes about a pull request."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A head that arrived.

    Attributes:
        repository: ``OWNER/NAME``, where the pull request is.
        pull: Its number.
        head: Id of the commit.
    """

    repository: str
    pull: int
    head: str

    @property
    def context(self) -> str:
        """The name of the status that is its receipt: the same commit in another pull request is another arrival."""
        return f"board/received/{self.pull}"


def read(event: bytes) -> Arrival | None:
    """The head that an event brings; None where it brings none, as the edit of a title.

    Raises:
        UnreadableEventError: It is something else.
    """
    try:
        told = json.loads(event)
        action, pull = told["action"], told["pull_request"]
        number, head, repository = pull["number"], pull["head"]["sha"], told["repository"]["full_name"]
        if not (isinstance(action, str) and type(number) is int and number > 0):
            raise UnreadableEventError("action, number")
        if not (_COMMIT.fullmatch(head) and _REPOSITORY.fullmatch(repository)):
            raise UnreadableEventError("head, repository")
        brings = action in _BRINGING or (action == "edited" and "base" in told["changes"])
    except KeyError as error:
        raise UnreadableEventError(str(error)) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableEventError(str(error) or type(error).__name__) from error
    return Arrival(repository, number, head) if brings else None
