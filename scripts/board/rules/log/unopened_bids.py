"""LOG147 unopened-bids."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Opened
from board.state.evaluating import opened_list


@rule(
    "LOG147",
    "unopened-bids",
    en="Sealed bids: {sealed}; opened, in this folder: {opened}.",
    fr="Soumissions cachetées\u00a0: {sealed}\u202f; ouvertes, dans ce dossier\u00a0: {opened}.",
    fix_en="Have the bids opened by whoever keeps the key, and give the folder into which they were opened.",
    fix_fr="Faites ouvrir les soumissions par qui garde la clé, et donnez le dossier où elles l’ont été.",
)
def unopened_bids(course: Course, _context: Context) -> Iterator[Violation]:
    """With no bid open every one would fail, and a wrong folder looks just like that."""
    desk = course.desk
    if course.asked.step not in ("sheet", "evaluate") or desk is None or not desk.sealed:
        return
    # Where none of them opened, the list that the log has of them is as empty as the folder.
    listed = opened_list(course.lines)
    nothing = not desk.opened and (not listed or listed != desk.listed)
    if nothing or not any(isinstance(line.entry, Opened) for line in course.lines):
        yield Violation("", {"sealed": desk.sealed, "opened": desk.opened})
