"""LOG159 other-openings."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import opened, opened_list


@rule(
    "LOG159",
    "other-openings",
    en=(
        "What is at hand of the opened bids is not all that was opened: line {line} of the log lists {logged}, and "
        "this comes to {found}."
    ),
    fr=(
        "Ce qu’il y a ici des soumissions ouvertes n’est pas tout ce qui a été ouvert\u00a0: la ligne {line} du "
        "registre indique {logged}, et ceci donne {found}."
    ),
    fix_en=(
        "Give the folder whole and unchanged. Where a file is lost, who keeps the key opens the bids again: "
        "board unseal {ref} --folder DIR"
    ),
    fix_fr=(
        "Donnez le dossier entier et inchangé. S’il manque un fichier, qui garde la clé ouvre les soumissions de "
        "nouveau\u00a0: board unseal {ref} --folder DIR"
    ),
)
def other_openings(course: Course, _context: Context) -> Iterator[Violation]:
    """A bid of which a file is missing looks like one that never opened, and would fail without anybody seeing why."""
    asked, line, logged = course.asked, opened(course.lines), opened_list(course.lines)
    found = course.desk.listed if asked.step in ("sheet", "evaluate") and course.desk else ""
    if asked.step in ("open", "rank"):
        found = asked.facts.get("openings", "")
    if line and logged and found and found != logged:
        ref = Verbatim(course.procurement.ref)
        yield Violation("", {"line": line.n, "logged": Verbatim(logged), "found": Verbatim(found), "ref": ref})
