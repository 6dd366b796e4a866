"""LOG110 receipt-behind-cut."""

from collections.abc import Iterator

from board.core.fact import Fact
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
    fix_en="The board does not guess: two officers settle it in writing, in `rulings.yml`.",
    fix_fr="Le tableau ne devine pas\u00a0: deux agents en décident par écrit, dans `rulings.yml`.",
)
def receipt_behind_cut(course: Course, _context: Context) -> Iterator[Violation]:
    """The closing stays as it is, to the byte; whether the bid counts is for people."""
    for doubt in course.doubts:
        if doubt.reason == "receipt-behind-cut" and doubt.at:
            facts: dict[str, Fact] = {"line": doubt.receipt, "at": doubt.at}
            yield Violation("", facts)
