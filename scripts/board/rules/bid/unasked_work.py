"""BID135 unasked-work."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.demands import delivers


@rule(
    "BID135",
    "unasked-work",
    en="This bid names finished work, and the method {method} asks for none.",
    fr="Cette soumission nomme un travail fini, et la méthode {method} n’en demande aucun.",
    fix_en="Take out {place}; nobody is to work before the award.",
    fix_fr="Retirez {place}\u202f; personne n’a à travailler avant l’attribution.",
)
def unasked_work(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Work that came with some bids would be rewarded in silence, and soon expected of all."""
    answers = case.bid.answers
    if answers and answers.delivered and not delivers(case.opportunity):
        method = case.opportunity.selection_method
        yield Violation("/answers/delivered", {"method": Verbatim(method), "place": Verbatim("answers.delivered")})
