"""LOG188 ranking-without-results."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.course import Course
from board.state.demands import DEMANDS

_OPENINGS = Bilingual("what is in the envelopes is", "le contenu des enveloppes n’est pas à portée")
_RESULTS = Bilingual("the results of an evaluation are", "les résultats d’une évaluation ne sont pas à portée")


@rule(
    "LOG188",
    "ranking-without-results",
    en="The method {method} cannot rank these bids yet: {missing} not at hand.",
    fr="La méthode {method} ne peut pas encore classer ces soumissions\u00a0: {missing}.",
    fix_en="Name with --folder the folder in which `board unseal` and `board evaluate` wrote.",
    fix_fr="Nommez avec --folder le dossier où ont écrit `board unseal` et `board evaluate`.",
)
def ranking_without_results(course: Course, _context: Context) -> Iterator[Violation]:
    """What is not known is not ranked as nothing."""
    asked, opportunity = course.asked, course.opportunity
    demands = DEMANDS.get(opportunity.selection_method)
    if asked.step != "rank" or demands is None:
        return
    unrated = demands.rated and course.evaluation is None
    closed = opportunity.bids == "sealed" and asked.facts.get("opened") != "yes"
    if unrated or closed:
        yield Violation(
            "", {"method": Verbatim(opportunity.selection_method), "missing": _RESULTS if unrated else _OPENINGS}
        )
