"""LOG217 opening-of-other-key."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG217",
    "opening-of-other-key",
    en="{group} of {login} names another key than the one that bids are sealed to.",
    fr="L’enveloppe {group} ({login}) nomme une autre clé que celle à laquelle on cachette.",
    fix_en="It does not count: somebody opened it before and sealed it anew.",
    fix_fr="Elle ne compte pas\u00a0: quelqu’un l’a ouverte auparavant et cachetée de nouveau.",
    severity="warning",
    audience="officers",
)
def opening_of_other_key(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """A bid that was sealed to a key of somebody else was read by somebody else."""
    for part, fault in opened.faults.items():
        if fault == "other-key":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
