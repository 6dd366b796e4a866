"""What a rule may know beside what it judges."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from board.model.board import BoardSettings
from board.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Context:
    """Now, the time received, the policy, the board's settings. Nothing else reaches a rule.

    Attributes:
        now: The instant of the run, or the one that was given.
        received: When the change arrived; None where no clock saw it, which the record then says
            (`assurance.arrival`), and rules that compare with it say nothing.
        policy: The law as data.
        settings: The board's own.
        zone: The one in which days are counted, from the settings.
    """

    now: datetime
    received: datetime | None
    policy: Policy
    settings: BoardSettings
    zone: ZoneInfo = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", ZoneInfo(self.settings.zone))


def inclusive(closing: datetime) -> datetime:
    """The first instant that is too late: a closing counts to the second, so 14:00:00.4 counts for 14:00:00."""
    return closing.replace(microsecond=0) + timedelta(seconds=1)
