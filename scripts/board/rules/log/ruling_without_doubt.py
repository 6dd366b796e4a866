"""LOG128 ruling-without-doubt."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import named


@rule(
    "LOG128",
    "ruling-without-doubt",
    en="Whether {what} counts is not in doubt.",
    fr="Rien n’est en doute au sujet de {what}.",
    fix_en="Leave it: officers rule on what the log alone cannot say, and on nothing else.",
    fix_fr="N’y touchez pas\u00a0: des agents statuent sur ce que le registre seul ne peut dire, et sur rien d’autre.",
)
def ruling_without_doubt(course: Course, _context: Context) -> Iterator[Violation]:
    """What the log says, what two officers settled, and what a closing fixed that is done: nobody rules on that."""
    asked = course.asked
    if asked.step == "ruling" and asked.facts.get("doubt") == "none":
        yield Violation("", {"what": named(int(asked.facts["receipt"]), asked.facts["bidder"])})
