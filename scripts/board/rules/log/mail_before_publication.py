"""LOG117 mail-before-publication."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.scalar import instant


@rule(
    "LOG117",
    "mail-before-publication",
    en="The opportunity is published on {published}; this bid arrived {arrived}, before anybody could bid.",
    fr=(
        "L’occasion est publiée le {published}\u202f; cette soumission est arrivée le {arrived}, avant que "
        "quiconque puisse soumissionner."
    ),
    fix_en="Ask the supplier to send it again once the opportunity is published.",
    fix_fr="Demandez au fournisseur de la renvoyer une fois l’occasion publiée.",
)
def mail_before_publication(course: Course, _context: Context) -> Iterator[Violation]:
    """Who bids on something that is planned knows more than others may."""
    asked = course.asked
    arrived = asked.facts.get("arrived")
    if asked.step != "receive" or not arrived:
        return
    if instant(arrived) < course.opportunity.published_at:
        yield Violation("/published_at", {"published": course.opportunity.published_at, "arrived": instant(arrived)})
