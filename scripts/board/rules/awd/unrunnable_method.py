"""AWD108 unrunnable-method."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection


@rule(
    "AWD108",
    "unrunnable-method",
    en="This program cannot yet run the method {method} with bids that are {bids}.",
    fr="Ce programme ne peut pas encore appliquer la méthode {method} à des soumissions dites {bids}.",
    fix_en="Award it with a later release of the program, or end it with `board cancel` and post it again with "
    "`lowest-price` and `public`.",
    fix_fr="Attribuez le marché avec une version ultérieure du programme, ou mettez-y fin avec `board cancel` "
    "et publiez-le de nouveau avec `lowest-price` et `public`.",
)
def unrunnable_method(selection: Selection, _context: Context) -> Iterator[Violation]:
    """The method was promised to the bidders; what the program cannot run, an officer may not replace."""
    if not selection.runnable:
        opportunity = selection.opportunity
        facts = {"method": Verbatim(opportunity.selection_method), "bids": Verbatim(opportunity.bids)}
        yield Violation("/selection_method", facts)
