"""LOG141 evaluated-before-closed."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import closing_tag


@rule(
    "LOG141",
    "evaluated-before-closed",
    en="No tag {tag} in this clone holds the bids of record and lists what it holds.",
    fr="Aucune étiquette {tag} de ce clone ne contient les soumissions retenues qu’elle énumère.",
    fix_en="Close the procurement, or fetch its tags, then ask again.",
    fix_fr="Fermez l’achat, ou récupérez ses étiquettes, puis redemandez-le.",
)
def evaluated_before_closed(course: Course, _context: Context) -> Iterator[Violation]:
    """Only the closing says which bids are evaluated; a tag that lacks one of them, or holds another, says nothing."""
    if course.asked.step in ("declare", "sheet", "evaluate") and course.closing is None:
        yield Violation("", {"tag": Verbatim(closing_tag(course.procurement.ref))})
