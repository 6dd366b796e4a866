"""LOG118 step-after-end."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course

_STEPS = ("receive", "read-mailbox", "withdraw", "close", "ruling")


@rule(
    "LOG118",
    "step-after-end",
    en="The opportunity ended without an award, {ended}; nothing is received, closed or withdrawn any more.",
    fr="L’occasion a pris fin sans attribution, le {ended}\u202f; plus rien n’y est reçu, clos ou retiré.",
    fix_en="Tell the supplier; a bid goes to an opportunity that is still open.",
    fix_fr="Prévenez le fournisseur\u202f; une soumission va à une occasion encore ouverte.",
)
def step_after_end(course: Course, _context: Context) -> Iterator[Violation]:
    """What has an outcome is over: nobody is to wait for an answer that never comes."""
    ended = course.procurement.cancellation
    if ended and course.asked.step in _STEPS:
        yield Violation("", {"ended": ended.decided_at})
