"""LOG109 unopened-line."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG109",
    "unopened-line",
    en="Nobody opens line {line} of the log, which was written on {at}, before the closing.",
    fr="Personne n’ouvre la ligne {line} du registre, écrite le {at}, avant la clôture.",
    fix_en=(
        "Close it on the host, which keeps what opens its lines. With its key lost, two officers rule on it, from the "
        "receipt that the supplier shows: board settle {ref} --receipt {line} --bidder LOGIN --salt SALT --counts yes "
        "--because receipt-shown --as LOGIN"
    ),
    fix_fr=(
        "Faites la clôture sur l’hôte, qui garde ce qui ouvre ses lignes. Si sa clé est perdue, deux agents en "
        "décident, d’après l’accusé de réception que montre le fournisseur\u00a0: board settle {ref} --receipt {line} "
        "--bidder LOGIN --salt SEL --counts yes --because receipt-shown --as LOGIN"
    ),
)
def unopened_line(course: Course, _context: Context) -> Iterator[Violation]:
    """Until the closing the public log names a bid by a salted digest; what nobody opens may be anybody’s bid."""
    ref = Verbatim(course.procurement.ref)
    for doubt in course.doubts:
        if doubt.reason == "unopened-line" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at, "ref": ref}
            yield Violation("", facts)
