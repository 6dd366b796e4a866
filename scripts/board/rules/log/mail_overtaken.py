"""LOG138 mail-overtaken."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Head
from board.model.scalar import instant


@rule(
    "LOG138",
    "mail-overtaken",
    en="The bid of {bidder} on line {line} of the log arrived later, {arrived}: this one does not take its place.",
    fr=(
        "La soumission de {bidder} à la ligne {line} du registre est arrivée plus tard, le {arrived}\u00a0: celle-ci "
        "ne la remplace pas."
    ),
    fix_en="Nothing is left to enter: the later one stands.",
    fix_fr="Il n’y a rien à consigner\u00a0: la plus récente tient.",
)
def mail_overtaken(course: Course, _context: Context) -> Iterator[Violation]:
    """Mails are entered in any order, and the last to arrive is what its supplier offers."""
    facts = course.asked.facts
    if course.asked.step != "receive" or not facts.get("replaces"):
        return
    arrived = instant(facts["arrived"])
    for line in course.lines:
        entry = line.entry
        if isinstance(entry, Head) and entry.bidder == facts["bidder"] and entry.arrived and entry.arrived > arrived:
            yield Violation("", {"bidder": entry.bidder, "line": line.n, "arrived": entry.arrived})
            return
