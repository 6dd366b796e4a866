"""LOG201 opening-without-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.reference import closing_tag


@rule(
    "LOG201",
    "opening-without-closing",
    en="The closing is not recorded: there is no tag {tag} that lists the bids of record.",
    fr="La clôture n’est pas consignée\u00a0: aucune étiquette {tag} ne donne la liste des soumissions au dossier.",
    fix_en="Run {command} first, or fetch the tag with `git fetch --tags`.",
    fix_fr="Lancez d’abord {command}, ou récupérez l’étiquette avec `git fetch --tags`.",
)
def opening_without_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """What counts is fixed before anybody can know what it says, or the list could be made to fit."""
    asked, ref = course.asked, course.procurement.ref
    late = asked.at >= inclusive(course.opportunity.closes_at)
    if asked.step == "open" and late and course.closing is None:
        yield Violation("", {"tag": Verbatim(closing_tag(ref)), "command": Verbatim(f"board close {ref}")})
