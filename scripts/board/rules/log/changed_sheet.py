"""LOG151 changed-sheet."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import receipts


@rule(
    "LOG151",
    "changed-sheet",
    en="The sheet of {evaluator} is not the one that was handed in on {at}.",
    fr="La grille de {evaluator} n’est pas celle qui a été remise le {at}.",
    fix_en="Put back the file as it was then; its SHA-256 is {sha256}.",
    fix_fr="Remettez le fichier tel qu’il était alors\u202f; son SHA-256 est {sha256}.",
)
def changed_sheet(course: Course, _context: Context) -> Iterator[Violation]:
    """What is handed in is fixed before anybody sees another’s sheet."""
    done = receipts(course.lines)
    for handed in course.desk.handed if course.desk else ():
        if handed.sha256 and handed.by in done and done[handed.by][1] != handed.sha256:
            line, sha256 = done[handed.by]
            facts: dict[str, Fact] = {"evaluator": handed.by, "at": line.at, "sha256": Verbatim(sha256)}
            yield Violation("", facts, path=handed.path)
