"""LOG132 ruling-without-file."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.rulings import named


@rule(
    "LOG132",
    "ruling-without-file",
    en="The file of {what} is not here, so it cannot count.",
    fr="Le fichier de {what} n’est pas ici\u202f; elle ne peut donc pas compter.",
    fix_en=(
        "Fetch the heads of all bids. Where nobody opens the line, say whose it is, from the receipt that the "
        "supplier shows: --bidder LOGIN --salt SALT"
    ),
    fix_fr=(
        "Récupérez les têtes de toutes les soumissions. Si personne n’ouvre la ligne, dites à qui elle est, "
        "d’après l’accusé de réception que montre le fournisseur\u00a0: --bidder LOGIN --salt SEL"
    ),
)
def ruling_without_file(course: Course, _context: Context) -> Iterator[Violation]:
    """The tag of a closing holds every bid of record as a file: one that nobody has cannot be among them."""
    asked = course.asked
    if asked.step == "ruling" and "absent" in asked.facts:
        yield Violation("", {"what": named(int(asked.facts["receipt"]), asked.facts["bidder"])})
