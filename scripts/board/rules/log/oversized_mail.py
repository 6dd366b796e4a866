"""LOG120 oversized-mail."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.yaml import LIMIT
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG120",
    "oversized-mail",
    en="The file has more than {limit} bytes, the most that a bid may have.",
    fr="Le fichier dépasse {limit} octets, le plus que puisse avoir une soumission.",
    fix_en="Ask the supplier for the bid file alone, without attachments.",
    fix_fr="Demandez au fournisseur le fichier de soumission seul, sans pièces jointes.",
)
def oversized_mail(course: Course, _context: Context) -> Iterator[Violation]:
    """A bid is one short file; what is larger harms the repository, and cannot be read."""
    size = int(course.asked.facts.get("size", "0"))
    if course.asked.step == "receive" and size > LIMIT:
        yield Violation("", {"limit": LIMIT})
