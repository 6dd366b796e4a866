"""LOG115 mail-after-closing."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.scalar import instant


@rule(
    "LOG115",
    "mail-after-closing",
    en="The bid arrived {arrived}, after the closing, {closing}: it is entered, and late.",
    fr=(
        "La soumission est arrivée le {arrived}, après la clôture, le {closing}\u00a0: elle est consignée, et tardive."
    ),
    fix_en="Tell the supplier; if the instant is wrong, enter the file again with the right one.",
    fix_fr="Prévenez le fournisseur\u202f; si l’instant est erroné, consignez de nouveau le fichier avec le bon.",
    severity="warning",
)
def mail_after_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """A late bid leaves a trace as well: its digest, by which the supplier can prove what was sent, and when."""
    asked = course.asked
    arrived = asked.facts.get("arrived")
    if asked.step != "receive" or not arrived:
        return
    at, closing = instant(arrived), course.opportunity.closes_at
    if at >= inclusive(closing):
        yield Violation("/closes_at", {"arrived": at, "closing": closing})
