"""BID120 line-break-in-name."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID120",
    "line-break-in-name",
    en="The name to show, {name}, runs over more than one line.",
    fr="Le nom à afficher, {name}, occupe plus d’une ligne.",
    fix_en="Write the name on one line.",
    fix_fr="Écrivez le nom sur une seule ligne.",
    severity="warning",
)
def line_break_in_name(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A name stands in one cell of every list; a second line would look like another entry."""
    answers = case.bid.answers
    if answers is not None and len(answers.name.splitlines()) > 1:
        yield Violation("/answers/name", {"name": answers.name})
