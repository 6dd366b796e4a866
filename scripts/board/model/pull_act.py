"""What somebody did to a pull request on GitHub, and what stands on its head."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Act = Literal["opened", "pushed", "aimed-here", "reopened", "ready", "closed", "drafted", "aimed-away"]
Kind = Literal["received", "pushed-by-other", "withdrawn", "returned", "incident"]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on GitHub; logins change hands, so that the id alone says whether two are one.

    Attributes:
        login: As it is now.
        id: Numeric.
    """

    login: str
    id: int


@dataclass(frozen=True, slots=True)
class PullAct:
    """An act on a pull request that is, or was until then, aimed at main.

    Attributes:
        repository: ``OWNER/NAME``, where the pull request is.
        pull: Its number.
        head: Id of the commit.
        act: What was done.
        author: Whose pull request it is.
        actor: Who did it.
        at: When, by GitHub's clock, in UTC.
        draft: Whether it is a draft afterwards.
    """

    repository: str
    pull: int
    head: str
    act: Act
    author: Account
    actor: Account
    at: datetime
    draft: bool

    @property
    def own(self) -> bool:
        """Whether its author did it."""
        return self.author.id == self.actor.id

    @property
    def instant(self) -> str:
        """When, as RFC 3339."""
        return self.at.isoformat().replace("+00:00", "Z")

    def context(self, kind: Kind) -> str:
        """The name of a status of that kind; what may happen to one head more than once has its instant and act.

        The same commit in another pull request is another arrival, so the number is part of each.
        """
        name = f"board/{kind}/{self.pull}"
        if kind in ("received", "pushed-by-other"):
            return name
        # A draft that is opened is withdrawn from the first; one that is opened again stays one.
        if kind == "withdrawn" and self.act == "opened":
            return f"{name}/{self.instant}/drafted"
        return f"{name}/{self.instant}/{self.act}" + ("-as-draft" if kind == "returned" and self.draft else "")


@dataclass(frozen=True, slots=True)
class Standing:
    """What Actions has said of a head before, in one pull request.

    Attributes:
        received: There is a receipt.
        pushed_by_other: Somebody else pushed it.
    """

    received: bool = False
    pushed_by_other: bool = False

    @property
    def foreign(self) -> bool:
        """Whether it is somebody else's head, which its author has not pushed since."""
        return self.pushed_by_other and not self.received
