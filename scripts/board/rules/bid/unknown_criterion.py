"""BID105 unknown-criterion."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.procurement import BidCase

_NONE = Bilingual("none", "aucun")


@rule(
    "BID105",
    "unknown-criterion",
    en="This answers {criterion}, which is no criterion of the opportunity.",
    fr="Cette réponse porte sur {criterion}, qui n’est pas un critère de l’occasion.",
    fix_en="Answer only what the opportunity asks ({known}), or take the answer out.",
    fix_fr="Répondez seulement à ce que l’occasion demande ({known}), ou retirez la réponse.",
)
def unknown_criterion(case: BidCase, _context: Context) -> Iterator[Violation]:
    """An answer that nobody asked for is read by nobody, and a misspelt name would hide one that counts."""
    if case.bid.answers is None:
        return
    known = tuple(criterion.id for criterion in case.opportunity.evaluation_criteria)
    for criterion in case.bid.answers.responses:
        if criterion not in known:
            listed = tuple(Verbatim(identifier) for identifier in known) or _NONE
            yield Violation(pointer_to("answers", "responses", criterion), {"criterion": criterion, "known": listed})
