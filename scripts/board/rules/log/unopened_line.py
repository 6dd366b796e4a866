"""LOG109 unopened-line."""

from collections.abc import Iterator

from board.core.fact import Fact
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
        "Close it on the host, which keeps what opens its lines. With its key lost, each supplier’s receipt "
        "opens that supplier’s line."
    ),
    fix_fr=(
        "Faites la clôture sur l’hôte, qui garde ce qui ouvre ses lignes. Si sa clé est perdue, l’accusé de "
        "réception de chaque fournisseur ouvre la ligne de ce fournisseur."
    ),
)
def unopened_line(course: Course, _context: Context) -> Iterator[Violation]:
    """Until the closing the public log names a bid by a salted digest; what nobody opens may be anybody’s bid."""
    for doubt in course.doubts:
        if doubt.reason == "unopened-line" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at}
            yield Violation("", facts)
