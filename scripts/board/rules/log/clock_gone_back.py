"""LOG231 clock-gone-back."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG231",
    "clock-gone-back",
    en="The log was written to on {at}, and before that on {before}: the clock has gone back.",
    fr="Le registre a été complété le {at}, et avant cela le {before}\u00a0: l’horloge a reculé.",
    fix_en="Keep the receipt, and tell the mailbox of the organization: somebody has to set the clock of the host.",
    fix_fr="Gardez l’accusé de réception, et prévenez la boîte courriel de l’organisation\u00a0: il faut régler "
    "l’horloge de l’hôte.",
    severity="warning",
)
def clock_gone_back(course: Course, _context: Context) -> Iterator[Violation]:
    """A receipt is given all the same; where the closing lies between the two, people settle what was in time."""
    # A forge tells when it received, not when somebody wrote it down.
    dated = [line.at for line in course.lines if getattr(line.entry, "source", "") != "forge"]
    pairs = list(pairwise(dated))
    told = course.asked.facts.get("before", "")
    if course.asked.step == "receive" and told:
        pairs.append((datetime.fromisoformat(told), course.asked.at))
    for before, at in dict.fromkeys(pairs):
        if at < before:
            yield Violation("", {"at": at, "before": before})
