"""LOG110 receipt-behind-cut."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG110",
    "receipt-behind-cut",
    en="Line {line} of the log stands behind its cut and tells of a bid that arrived on {at}, before the closing.",
    fr=(
        "La ligne {line} du registre se trouve après sa coupe et fait état d’une soumission arrivée le {at}, "
        "avant la clôture."
    ),
    fix_en=(
        "The board does not guess. Two officers rule on it, each with: board settle {ref} --receipt {line} "
        "--counts yes|no --because WORD --as LOGIN"
    ),
    fix_fr=(
        "Le tableau ne devine pas. Deux agents en décident, chacun avec\u00a0: board settle {ref} --receipt {line} "
        "--counts yes|no --because MOT --as LOGIN"
    ),
)
def receipt_behind_cut(course: Course, _context: Context) -> Iterator[Violation]:
    """The closing stays as it is, to the byte; whether the bid counts is for people."""
    ref = Verbatim(course.procurement.ref)
    for doubt in course.doubts:
        if doubt.reason == "receipt-behind-cut" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at, "ref": ref}
            yield Violation("", facts)
