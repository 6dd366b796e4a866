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
    en="With what is on the record the method {method} cannot be run on bids that are {bids}.",
    fr="Avec ce qui est au dossier, la méthode {method} ne peut s’appliquer à des soumissions dites {bids}.",
    fix_en="Where bids are sealed, record the closing and open them with `board unseal` first; where they are rated, "
    "evaluate them first.",
    fix_fr="Si les soumissions sont cachetées, consignez d’abord la clôture et ouvrez-les avec `board unseal`\u202f; "
    "si elles sont cotées, évaluez-les d’abord.",
)
def unrunnable_method(selection: Selection, _context: Context) -> Iterator[Violation]:
    """The method was promised to the bidders; what the program cannot run, an officer may not replace."""
    if not selection.runnable:
        opportunity = selection.opportunity
        facts = {"method": Verbatim(opportunity.selection_method), "bids": Verbatim(opportunity.bids)}
        yield Violation("/selection_method", facts)
