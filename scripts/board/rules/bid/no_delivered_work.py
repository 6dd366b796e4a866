"""BID134 no-delivered-work."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.demands import delivers


@rule(
    "BID134",
    "no-delivered-work",
    en="The method {method} selects among finished work, and this bid names none.",
    fr="La méthode {method} choisit parmi des travaux finis, et cette soumission n’en nomme aucun.",
    fix_en="Write {place} with the address of the public repository, as `repository`, and the whole id of the commit, "
    "as `commit`.",
    fix_fr="Inscrivez {place} avec l’adresse du dépôt public dans `repository` et l’identifiant complet du commit dans "
    "`commit`.",
)
def no_delivered_work(case: BidCase, _context: Context) -> Iterator[Violation]:
    """Nothing can be judged but the commit that the bid named when it arrived."""
    answers = case.bid.answers
    if answers and not answers.delivered and delivers(case.opportunity):
        method = case.opportunity.selection_method
        yield Violation("/answers", {"method": Verbatim(method), "place": Verbatim("answers.delivered")})
