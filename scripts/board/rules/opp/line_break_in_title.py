"""OPP133 line-break-in-title."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import LANGUAGES
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP133",
    "line-break-in-title",
    en="A line break stands in {field}.",
    fr="Un saut de ligne se trouve dans {field}.",
    fix_en="Write the title in one line.",
    fix_fr="Écrivez le titre sur une seule ligne.",
    severity="warning",
)
def line_break_in_title(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """A title becomes a line of lists, feeds and calendars, where a second line would pass for something else."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    for language in LANGUAGES:
        if len(opportunity.title[language].splitlines()) > 1:
            yield Violation(f"/title/{language}", {"field": Verbatim(f"title.{language}")})
