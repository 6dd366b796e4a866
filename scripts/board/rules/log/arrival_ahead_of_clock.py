"""LOG119 arrival-ahead-of-clock."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.scalar import instant


@rule(
    "LOG119",
    "arrival-ahead-of-clock",
    en="The mail is said to have arrived {arrived}, and it is only {at}.",
    fr="Le courriel serait arrivé le {arrived}, et nous ne sommes que le {at}.",
    fix_en="Take the instant from the header of the mail, with its offset: --arrived 2026-09-15T13:50:00-04:00",
    fix_fr=(
        "Prenez l’instant dans l’en-tête du courriel, avec son décalage\u00a0: --arrived 2026-09-15T13:50:00-04:00"
    ),
)
def arrival_ahead_of_clock(course: Course, _context: Context) -> Iterator[Violation]:
    """Nothing is entered before it arrives; most often the offset is wrong."""
    asked = course.asked
    arrived = asked.facts.get("arrived")
    if asked.step not in ("receive", "withdraw") or not arrived:
        return
    if instant(arrived) > asked.at:
        yield Violation("", {"arrived": instant(arrived), "at": asked.at})
