"""LOG184 draw-not-delegated."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.authority import may
from board.state.draw_terms import WORDS


@rule(
    "LOG184",
    "draw-not-delegated",
    en="{login} holds no delegation on {on} to evaluate, approve, keep keys or contract.",
    fr="{login} n’a, le {on}, aucune délégation pour évaluer, approuver, garder les clés ou passer des marchés.",
    fix_en="Have it done by somebody who does.",
    fix_fr="Faites-le faire par une personne qui en a une.",
)
def draw_not_delegated(course: Course, context: Context) -> Iterator[Violation]:
    """A draw is held by those who answer for the procurement."""
    asked, organization = course.asked, course.procurement.organization
    if asked.step not in ("secret", "void", "commit") or organization is None:
        return
    on = asked.at.astimezone(context.zone).date()
    if not any(may(organization, asked.by, asked.id, word, on) for word in WORDS):
        yield Violation("", {"login": asked.by, "on": on})
