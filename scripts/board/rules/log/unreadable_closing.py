"""LOG124 unreadable-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG124",
    "unreadable-closing",
    en="The tag {tag} is there, and holds no valid `closing.yml`.",
    fr="L’étiquette {tag} existe, mais ne contient aucun `closing.yml` valide.",
    fix_en="Look at who made it; the closing is recomputed from the log once the tag is gone: git tag -d {tag}",
    fix_fr=(
        "Voyez qui l’a créée\u202f; la clôture se recalcule à partir du registre une fois l’étiquette "
        "supprimée\u00a0: git tag -d {tag}"
    ),
)
def unreadable_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """The board never writes over a tag; one that holds something else was made by hand, or by a later program."""
    tag = course.asked.facts.get("unreadable")
    if tag:
        yield Violation("", {"tag": Verbatim(tag)})
