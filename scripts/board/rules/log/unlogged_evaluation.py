"""LOG187 unlogged-evaluation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Evaluated


@rule(
    "LOG187",
    "unlogged-evaluation",
    en="The evaluation in the folder is not the one whose SHA-256 stands in line {line} of the log.",
    fr="L’évaluation du dossier n’est pas celle dont le SHA-256 figure à la ligne {line} du registre.",
    fix_en="Give the folder of the finished evaluation, unchanged.",
    fix_fr="Donnez le dossier de l’évaluation terminée, sans modification.",
)
def unlogged_evaluation(course: Course, _context: Context) -> Iterator[Violation]:
    """What is changed once the log has its digest is another evaluation."""
    told = course.asked.facts.get("evaluation", "")
    lines = (line for line in course.lines if isinstance(line.entry, Evaluated))
    line = next(lines, None)
    if told and line and isinstance(line.entry, Evaluated) and line.entry.sha256 != told:
        yield Violation("", {"line": line.n})
