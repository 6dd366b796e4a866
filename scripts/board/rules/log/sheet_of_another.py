"""LOG148 sheet-of-another."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG148",
    "sheet-of-another",
    en="This sheet is that of {found}, and {wanted} was asked for.",
    fr="Cette grille est celle de {found}, et il fallait {wanted}.",
    fix_en="Have a sheet written for this opportunity, closing and login, and fill it in.",
    fix_fr="Faites écrire une grille pour cette occasion, cette clôture et ce nom d’utilisateur, et remplissez-la.",
)
def sheet_of_another(course: Course, _context: Context) -> Iterator[Violation]:
    """Letters mean other bids on another’s sheet, and after another closing."""
    for handed in course.desk.handed if course.desk else ():
        sheet = handed.sheet
        if sheet is None or course.asked.facts.get("closing") is None:
            continue
        wanted = {
            "opportunity": (sheet.opportunity, course.procurement.ref),
            "closing_sha256": (sheet.closing_sha256, course.asked.facts["closing"]),
            "evaluator": (sheet.evaluator, handed.by),
        }
        for key, (found, meant) in wanted.items():
            if found != meant:
                yield Violation(f"/{key}", {"found": found, "wanted": Verbatim(meant)}, path=handed.path)
