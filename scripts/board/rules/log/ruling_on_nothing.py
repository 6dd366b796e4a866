"""LOG127 ruling-on-nothing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import named


@rule(
    "LOG127",
    "ruling-on-nothing",
    en="This procurement knows nothing of {what}.",
    fr="Cet achat ne connaît pas {what}.",
    fix_en="Rule on what is in doubt; it is named by: board close {ref}",
    fix_fr="Statuez sur ce qui est en doute\u202f; c’est nommé par\u00a0: board close {ref}",
)
def ruling_on_nothing(course: Course, _context: Context) -> Iterator[Violation]:
    """A line of another procurement, a line that tells of no bid, or somebody who has sent nothing."""
    asked = course.asked
    if asked.step == "ruling" and asked.facts.get("doubt") == "unknown":
        what = named(int(asked.facts["receipt"]), asked.facts["bidder"])
        yield Violation("", {"what": what, "ref": Verbatim(course.procurement.ref)})
